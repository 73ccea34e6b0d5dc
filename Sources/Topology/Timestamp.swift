/// A moment of the node's wall clock.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Since 1970-01-01 UTC.
  public var nanoseconds: Int64

  public init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  public init(seconds: Int64) {
    self.nanoseconds = seconds &* 1_000_000_000
  }

  /// Whole seconds, rounded down.
  public var seconds: Int64 {
    let (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    return rest < 0 ? seconds - 1 : seconds
  }

  /// How long after `earlier` this is; negative when it is before.
  public func since(_ earlier: Timestamp) -> Duration {
    .nanoseconds(nanoseconds &- earlier.nanoseconds)
  }

  public static func < (left: Self, right: Self) -> Bool { left.nanoseconds < right.nanoseconds }
}
