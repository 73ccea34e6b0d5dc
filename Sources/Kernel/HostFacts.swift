import Files
import Glibc
import SystemPackage

/// The machine, as uname(2) and /proc/stat describe it.
public struct HostFacts: Equatable, Sendable {
  public var name: String
  /// `uname -r`.
  public var kernel: String
  /// Seconds since 1970; `nil` where /proc/stat is not to be had.
  public var bootedAt: Int64?

  public init(name: String, kernel: String, bootedAt: Int64? = nil) {
    self.name = name
    self.kernel = kernel
    self.bootedAt = bootedAt
  }

  public static func read() -> HostFacts {
    var facts = utsname()
    _ = unsafe uname(&facts)
    let text = (try? File("/proc/stat", limit: 16 << 20)).map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    return HostFacts(
      name: Self.text(facts.nodename), kernel: Self.text(facts.release),
      bootedAt: text.flatMap(bootTime))
  }

  /// The line `btime` of /proc/stat.
  static func bootTime(in text: String) -> Int64? {
    let line = text.split(separator: "\n").first { $0.hasPrefix("btime ") }
    return line.flatMap { Int64($0.dropFirst(6)) }
  }

  /// A C array, which Swift sees as a tuple.
  private static func text(_ field: Any) -> String {
    let characters = Mirror(reflecting: field).children.compactMap { $0.value as? CChar }
    return String(
      decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
