import CLinux
import Glibc
import SystemPackage

/// Wakes a thread that waits in `poll`, from any other. Ringing it twice wakes it once.
public final class EventFD: Sendable {
  /// Becomes readable when the bell was rung.
  public let descriptor: Int32

  public init() throws(KernelError) {
    descriptor = clinux_eventfd()
    guard descriptor >= 0 else { throw .lastCall("make an eventfd") }
  }

  deinit {
    close(descriptor)
  }

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
