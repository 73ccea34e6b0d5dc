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
      case .and, .or, .xor, .other: .unknown("[bitwise]")
      }
    put(result, into: bitwise.destination)
  }

  private func masked(_ source: Operand, _ mask: Value, _ xor: Value) -> Operand {
    let isSame = mask == .ones(mask.bits) && xor.number == 0
    return isSame ? source : .bitwise(source, mask: mask, xor: xor)
  }
}
