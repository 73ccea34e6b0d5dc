import Netlink

/// An operand in nft's words.
struct Term {
  var words: String
  var type: DataType
  var order: ByteOrder
  var bits: Int
  var role = Clause.Role.other
  /// Of the weakest operator in it, as in C; 0 for none.
  var precedence = 0

  init(
    _ words: String, _ type: DataType, _ order: ByteOrder, bits: Int,
    _ role: Clause.Role = .other, precedence: Int = 0
  ) {
    self.words = words
    self.type = type
    self.order = order
    self.bits = bits
    self.role = role
    self.precedence = precedence
  }

  init(_ field: Field) {
    self.init(field.words, field.type, field.order, bits: field.bits, field.role)
  }

  init(_ field: HeaderField) {
    self.init(field.words, field.type, .network, bits: field.bits, field.role)
  }

  /// With one more operator and its second operand.
  func with(_ sign: Operator, _ other: Term) -> Term {
    Term(
      "\(within(sign)) \(sign.rawValue) \(other.within(sign))", type, order, bits: bits, role,
      precedence: sign.precedence)
  }

  private func within(_ sign: Operator) -> String {
    precedence > sign.precedence ? "(\(words))" : words
  }

  enum Operator: String {
    case left = "<<"
    case right = ">>"
    case and = "&"
    case xor = "^"
    case or = "|"

    var precedence: Int {
      switch self {
      case .left, .right: 1
      case .and: 2
      case .xor: 3
      case .or: 4
      }
    }
  }
}
