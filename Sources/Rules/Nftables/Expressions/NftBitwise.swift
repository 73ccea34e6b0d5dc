import Netlink

extension NftInterpreter {
  /// `bitwise`: a register's bits that the mask keeps, turned where `xor` has ones.
  mutating func load(from: Int, mask: [UInt8], xor: [UInt8], into register: Int) {
    guard registers.indices.contains(from), var operand = registers[from] else { return }
    (operand.mask, operand.xor) = (mask, xor)
    put(operand, into: register)
  }
}
