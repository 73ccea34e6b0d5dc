import Netlink

/// What statements ask of registers.
extension NftInterpreter {
  /// The registers that make up so many bytes, in order; at least one.
  func operands(_ from: Int, length: Int) -> [Operand] {
    var found = [operand(from)]
    var register = from + max(1, (found[0].bits + 31) / 32)
    while register < min(16, from + (length + 3) / 4) {
      let operand = operand(register)
      found.append(operand)
      register += max(1, (operand.bits + 31) / 32)
    }
    return found
  }

  /// A register in words; empty for none. The type is a constant's.
  mutating func value(_ register: Int?, _ type: DataType) -> String {
    guard let register else { return "" }
    return tell(operand(register), as: (type, type.order)).words
  }

  /// The registers that make up a key of a set, in words.
  mutating func key(_ register: Int, of set: NftSet?) -> String {
    tellTogether(
      operands(register, length: Int(set?.keyLength ?? 4)), as: set.map(PartType.key) ?? []
    ).words
  }

  /// The registers that make up data of a map, in words.
  mutating func data(_ register: Int, of set: NftSet?) -> String {
    tellTogether(
      operands(register, length: Int(set?.dataLength ?? 4)), as: set.map(PartType.data) ?? []
    ).words
  }

  /// A register's bytes, if the rule gives them.
  func constant(_ register: Int) -> Value? {
    guard case .constant(let bytes) = operand(register) else { return nil }
    return Value(bytes)
  }

  /// The map that a register's bytes come from.
  func map(_ register: Int) -> NftSet? {
    guard case .map(_, _, let set) = operand(register) else { return nil }
    return set
  }
}
