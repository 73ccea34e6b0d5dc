import CLinux
import Files
import Glibc

/// Wakes a thread that waits in `poll`, from any other. Signalled twice, it wakes once.
public final class EventFD: Sendable {
  private let owned: Descriptor

  public init() throws(KernelError) {
    let opened = clinux_eventfd()
    guard opened >= 0 else { throw .lastCall("make an eventfd") }
    owned = Descriptor(rawValue: opened)
  }

  /// Becomes readable when it was signalled.
  public var descriptor: Int32 { owned.rawValue }

  public func signal() {
    var one: UInt64 = 1
    _ = unsafe write(descriptor, &one, 8)
  }

  /// Not readable until it is signalled again.
  public func clear() {
    var count: UInt64 = 0
    _ = unsafe read(descriptor, &count, 8)
  }
}
