import Netlink

extension Evaluator {
  /// `cmp`: bytes as one number in network order.
  mutating func run(_ cmp: Expression.Cmp) -> Progress {
    guard let value = registers.read(cmp.source, cmp.value.count) else { return .noFit }
    return require(Fit(cmp.holds(of: value), registers.source(cmp.source).text))
  }
}

extension Expression.Cmp {
  /// `nil` where that depends on bits that are not known.
  func holds(of other: PartialBytes) -> Bool? {
    let zeros = [UInt8](repeating: 0, count: value.count)
    let ones = [UInt8](repeating: 0xff, count: value.count)
    switch comparison {
    case .equal: return other.equals(value)
    case .notEqual: return other.equals(value).map { !$0 }
    case .atMost: return other.lies(from: zeros, to: value)
    case .atLeast: return other.lies(from: value, to: ones)
    case .less: return other.lies(from: value, to: ones).map { !$0 }
    case .greater: return other.lies(from: zeros, to: value).map { !$0 }
    }
  }
}
