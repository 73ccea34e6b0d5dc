import Glibc

/// The node's wall clock.
public enum WallClock {
  /// Now, in nanoseconds since 1970.
  public static var now: Int64 {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
  }

  /// How many seconds the local time is ahead of UTC, `seconds` after 1970.
  public static func offset(at seconds: Int64) -> Int {
    var seconds = time_t(seconds)
    var fields = unsafe tm()
    guard unsafe localtime_r(&seconds, &fields) != nil else { return 0 }
    return unsafe fields.tm_gmtoff
  }
}
