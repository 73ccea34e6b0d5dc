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
    let file = OwnedDescriptor(try .open(reading: path))
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = retrying { unsafe read(file.file.rawValue, &bytes, bytes.count) }
    guard count >= 0 else { throw .lastCall("read \(path)") }
    let text = String(decoding: bytes.prefix(count), as: UTF8.self)
    return String(text.prefix { $0 != "\n" })
  }

  /// Sets it, and returns what it was; `nil` where it was so already.
  @discardableResult
  public func set(_ value: String) throws(KernelError) -> String? {
    let before = try self.value()
    guard before != value else { return nil }
    let opened = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard opened >= 0 else { throw .lastCall("set \(path) to \(value)") }
    let file = OwnedDescriptor(FileDescriptor(rawValue: opened))
    let text = Array(value.utf8)
    let count = retrying { unsafe write(file.file.rawValue, text, text.count) }
    guard count == text.count else { throw .lastCall("set \(path) to \(value)") }
    return before
  }

  private var path: String { "/proc/sys/\(name)" }
}
