import Netlink

extension Evaluator {
  /// `inner`: nothing is known of what is inside a tunnel.
  mutating func run(_ inner: Expression.Inner) -> Progress {
    switch inner.expressions.first {
    case .payload(let payload)?:
      guard case .load(let register) = payload.use else { return .noFit }
      return loadUnknown("inner", into: register, length: Int(payload.place.length))
    case .meta(let meta)?:
      guard case .load(let register) = meta.use else { return .noFit }
      return loadUnknown("inner", into: register)
    default: return require(.cannotTell(Doubt("inner")))
    }
  }
}
