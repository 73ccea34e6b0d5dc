import Netlink
import Topology

extension NftInterpreter {
  /// `lookup`: a register in a set, or what a map has for it.
  mutating func run(_ lookup: Expression.Lookup) {
    let name = lookup.set
    let set = sets[NftSet.ID(table, name)]
    let fields = operands(lookup.source, length: Int(set?.keyLength ?? 4))
    let words = fields.map(\.field.words).joined(separator: " . ")
    let content = SetText(set, name, fields.map(\.field)).text
    switch lookup.result {
    case .verdict:
      clauses.append(Clause(.action(.other), "\(words) vmap \(content)"))
    case .value(let into):
      var field = Field("\(words) map \(content)", DataKind(type: set?.dataType ?? 0))
      field.size = 1
      put(Operand(field: field, map: set), into: into)
    case .membership:
      let role = fields.count == 1 ? fields[0].field.role : .other
      clauses.append(Clause(role, words, sign: lookup.isInverted ? "!= " : "", value: content))
    }
  }

  /// The registers that make up a key of so many bytes, in order.
  func operands(_ from: Int, length: Int) -> [Operand] {
    var found: [Operand] = []
    var register = from
    while register < min(16, from + (length + 3) / 4) || found.isEmpty {
      let operand = operand(register)
      found.append(operand)
      register += max(1, operand.field.size)
    }
    return found
  }
}
