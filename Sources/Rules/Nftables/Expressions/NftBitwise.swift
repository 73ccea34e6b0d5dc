import Netlink

extension NftInterpreter {
  /// `bitwise`: a register's bits that the mask keeps, turned where `xor` has ones.
  mutating func run(_ bitwise: Expression.Bitwise) {
    var operand = operand(bitwise.source)
    guard case .maskXor(let mask, let xor) = bitwise.operation else {
      return put(.unknown, into: bitwise.destination)
    }
    (operand.mask, operand.xor) = (mask, xor)
    put(operand, into: bitwise.destination)
  }
}
