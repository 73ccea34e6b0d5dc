import Netlink

extension NftInterpreter {
  /// `bitwise`: a register's bits, changed.
  mutating func run(_ bitwise: Expression.Bitwise) {
    let source = operand(bitwise.source)
    let result: Operand =
      switch bitwise.operation {
      case .maskXor(let mask, let xor): masked(source, Value(mask), Value(xor))
      case .left(let count): .shift(source, isLeft: true, bits: Int(count))
      case .right(let count): .shift(source, isLeft: false, bits: Int(count))
      case .and(let other): .combined(source, .and, operand(other))
      case .or(let other): .combined(source, .or, operand(other))
      case .xor(let other): .combined(source, .xor, operand(other))
      case .other(let number): .unknown("[bitwise \(number)]")
      }
    put(result, into: bitwise.destination)
  }

  private func masked(_ source: Operand, _ mask: Value, _ xor: Value) -> Operand {
    let isSame = mask == .ones(mask.bits) && xor.number == 0
    return isSame ? source : .bitwise(source, mask: mask, xor: xor)
  }
}
