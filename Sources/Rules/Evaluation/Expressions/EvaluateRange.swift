import Netlink

extension Evaluator {
  /// `range`: both ends are within.
  mutating func run(_ range: Expression.Range) -> Progress {
    guard range.low.count == range.high.count,
      let value = registers.read(range.source, range.low.count)
    else { return .noFit }
    let fit = Fit(
      value.lies(from: range.low, to: range.high), registers.source(range.source).text)
    return require(range.isInverted ? !fit : fit)
  }
}
