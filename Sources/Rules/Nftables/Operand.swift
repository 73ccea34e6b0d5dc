import Netlink

/// What a register holds, before it is known which headers the packet has.
enum Operand {
  case constant([UInt8])
  case field(Field)
  case payload(PayloadBits)
  case option(OptionBits)
  /// `(operand & mask) ^ xor`
  indirect case bitwise(Operand, mask: Value, xor: Value)
  indirect case shift(Operand, isLeft: Bool, bits: Int)
  indirect case combined(Operand, Term.Operator, Operand)
  /// Turned from the host's order into the network's, or back.
  indirect case byteorder(Operand)
  /// What a map has for a key.
  indirect case map(key: [Operand], name: String, NftSet?)
  /// A number made of others, with the words around them.
  indirect case hash(of: [Operand], tail: String)
  /// Filled with something this version does not know, or by nobody.
  case unknown(String)

  static var empty: Operand { .unknown("[register]") }

  /// Its length in a register.
  var bits: Int {
    switch self {
    case .constant(let bytes): bytes.count * 8
    case .field(let field): field.bits
    case .payload(let payload): payload.bits
    case .option(let option): option.bits
    case .bitwise(let inner, _, _), .shift(let inner, _, _), .combined(let inner, _, _),
      .byteorder(let inner):
      inner.bits
    case .map(_, _, let set): Int(truncatingIfNeeded: set?.dataLength ?? 4) * 8
    case .hash: 32
    case .unknown: 0
    }
  }

  /// How many operands it is made of.
  var weight: Int {
    switch self {
    case .constant, .field, .payload, .option, .unknown: 1
    case .bitwise(let inner, _, _), .shift(let inner, _, _), .byteorder(let inner):
      inner.weight + 1
    case .combined(let left, _, let right): left.weight + right.weight + 1
    case .map(let key, _, _), .hash(let key, _): key.reduce(1) { $0 + $1.weight }
    }
  }

  /// No rule that people write comes near; one made to exhaust us could double it with each expression.
  static let mostWeight = 100

  var isString: Bool {
    if case .field(let field) = self { return field.type.isString }
    return false
  }
}

/// Bits of a packet, counted from the beginning of a layer's header.
struct PayloadBits: Equatable {
  /// `nil` for one this version does not know.
  var layer: Layer?
  /// `NFT_PAYLOAD_*_HEADER`
  var base: UInt32
  var offset: Int
  var bits: Int

  init(_ place: Expression.Payload.Place) {
    layer = Layer(rawValue: Int(truncatingIfNeeded: place.base) + 1)
    base = place.base
    offset = Int(place.offset) * 8
    bits = Int(place.length) * 8
  }

  /// As nft writes bits that no field has.
  var words: String {
    let names = ["ll", "nh", "th", "ih"]
    return "@\(base < 4 ? names[Int(base)] : "\(base)"),\(offset),\(bits)"
  }
}

/// Bits of an extension header, option or chunk.
struct OptionBits {
  /// `NFT_EXTHDR_OP_*`
  var operation: UInt32
  var type: UInt8
  var offset: Int
  var bits: Int
  var isPresence: Bool
}
