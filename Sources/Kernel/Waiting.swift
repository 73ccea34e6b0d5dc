import Glibc
import SystemPackage

/// What to wait for on a descriptor.
public enum Readiness: Sendable {
  case readable
  /// `POLLPRI`: how a file in /proc says that it changed.
  case exceptional
}

/// Waits until one of the descriptors is ready or `timeout` is over; says which are ready.
///
/// `nil` waits for ever, a time that is over not at all. Interruption by a signal counts as nothing
/// being ready.
public func wait(
  for descriptors: [(Int32, Readiness)], timeout: Duration?
) -> [Bool] {
  var polled = descriptors.map { descriptor, readiness in
    pollfd(
      fd: descriptor, events: Int16(readiness == .readable ? POLLIN : POLLPRI), revents: 0)
  }
  let milliseconds = timeout.map {
    Int32(clamping: (max($0, .zero) + .microseconds(999)) / .milliseconds(1))
  }
  let count = unsafe poll(&polled, nfds_t(polled.count), milliseconds ?? -1)
  return polled.map { count > 0 && $0.revents != 0 }
}

extension Duration {
  /// How many whole `other` it holds.
  static func / (left: Duration, other: Duration) -> Int64 {
    Int64(clamping: left.attoseconds / max(other.attoseconds, 1))
  }
}
