import Netlink

extension Evaluator {
  /// `quota`: by the bytes that had come when the rules were read.
  mutating func run(_ quota: Expression.Quota) -> Progress {
    if quota.used > quota.bytes { return require(Fit(quota.isOver)) }
    guard let length = packet.length, UInt64(length) < quota.bytes - quota.used else {
      return require(.cannotTell(Doubt("quota")))
    }
    return require(Fit(!quota.isOver))
  }
}
