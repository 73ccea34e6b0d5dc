import Files
import Glibc
import SystemPackage

/// A setting below `/proc/sys`, such as `net/ipv4/ip_forward`, of the calling thread's namespace.
///
/// Names are separated by `/`, for names of interfaces may have dots.
public struct Sysctl: Hashable, Sendable {
  public var name: String

  public init(_ name: String) {
    self.name = name
  }

  /// `net/ipv4/conf/INTERFACE/…` or `net/ipv6/conf/INTERFACE/…`
  public init(_ family: String, of interface: String, _ name: String) {
    self.init("net/\(family)/conf/\(interface)/\(name)")
  }

  /// What it is set to, without the line's end.
  public func value() throws(KernelError) -> String {
    try content(of: Descriptor(reading: path))
  }

  /// Sets it, and returns what it was; `nil` where it was so already.
  @discardableResult
  public func set(_ value: String) throws(KernelError) -> String? {
    let opened = unsafe open(path, O_RDWR | O_CLOEXEC)
    guard opened >= 0 else {
      let refusal = KernelError.lastCall("set \(path) to \(value)")
      guard (try? self.value()) == value else { throw refusal }
      return nil
    }
    let file = Descriptor(rawValue: opened)
    let before = try content(of: file)
    guard before != value else { return nil }
    let text = Array(value.utf8)
    let count = retrying { unsafe pwrite(file.rawValue, text, text.count, 0) }
    guard count == text.count else { throw .lastCall("set \(path) to \(value)") }
    return before
  }

  private func content(of file: borrowing Descriptor) throws(KernelError) -> String {
    let text = String(decoding: try file.content(of: path), as: UTF8.self)
    return String(text.prefix { $0 != "\n" })
  }

  private var path: String { "/proc/sys/\(name)" }
}
