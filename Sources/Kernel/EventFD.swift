import CLinux
import Files
import Glibc

/// Wakes a thread that waits in `poll`, from any other. Ringing it twice wakes it once.
public final class EventFD: Sendable {
  private let owned: Descriptor

  public init() throws(KernelError) {
    let opened = clinux_eventfd()
    guard opened >= 0 else { throw .lastCall("make an eventfd") }
    owned = Descriptor(rawValue: opened)
  }

  /// Becomes readable when the bell was rung.
  public var descriptor: Int32 { owned.rawValue }

  public func ring() {
    var one: UInt64 = 1
    _ = unsafe write(descriptor, &one, 8)
  }

  /// Takes note: not readable until it is rung again.
  public func answer() {
    var count: UInt64 = 0
    _ = unsafe read(descriptor, &count, 8)
  }
}
