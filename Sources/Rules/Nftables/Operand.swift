import Netlink

/// What a register holds.
struct Operand {
  var field: Field
  var mask: [UInt8] = []
  var xor: [UInt8] = []
  /// The bytes, if they are given in the rule.
  var constant: [UInt8]?
  /// The map that the bytes come from.
  var map: NftSet?

  /// Nothing this rule put there.
  static let unknown = Operand(field: Field("[register]", .hex))

  /// What is written to a field whose values are of this kind: a constant, or the words for what it
  /// is made of.
  func text(as kind: DataKind) -> String {
    if let constant { return kind.text(constant) }
    guard !mask.isEmpty else { return field.words }
    let masked = field.words + " & " + kind.text(mask)
    guard xor.contains(where: { $0 != 0 }) else { return masked }
    let inverse = mask.map { ~$0 }
    if mask.allSatisfy({ $0 == 0xff }) { return field.words + " ^ " + kind.text(xor) }
    if inverse == xor { return field.words + " | " + kind.text(xor) }
    return masked + " ^ " + kind.text(xor)
  }
}

extension NftInterpreter {
  /// A statement that writes what is in a register to a field.
  func setting(_ field: Field, from register: Int) -> String {
    "\(field.words) set \(operand(register).text(as: field.kind))"
  }

  /// A register's constant, or the words for what fills it; empty for no register.
  func value(_ register: Int?, _ kind: DataKind) -> String {
    guard let register else { return "" }
    let operand = operand(register)
    return operand.constant.map(kind.text) ?? operand.field.words
  }
}
