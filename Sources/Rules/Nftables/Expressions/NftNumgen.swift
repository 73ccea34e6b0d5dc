import Netlink

extension NftInterpreter {
  mutating func run(_ numgen: Expression.Numgen) {
    load(
      .numgen(modulus: numgen.modulus, isRandom: numgen.isRandom, offset: numgen.offset),
      into: numgen.destination)
  }

  mutating func run(_ hash: Expression.Hash) {
    let source = hash.source.map { operand($0).field }
    load(
      .hash(of: source, modulus: hash.modulus, offset: hash.offset), into: hash.destination)
  }
}

extension Field {
  /// `numgen`: a number below `modulus` for each packet, random or one after the other.
  static func numgen(modulus: UInt32, isRandom: Bool, offset: UInt32) -> Field {
    Field("numgen \(isRandom ? "random" : "inc") mod \(modulus)\(tail(offset))", .host)
  }

  /// `hash`: one that is the same for packets whose field is; `nil` for a connection's both ways.
  static func hash(of field: Field?, modulus: UInt32, offset: UInt32) -> Field {
    let words = field.map { "jhash \($0.words)" } ?? "symhash"
    return Field("\(words) mod \(modulus)\(tail(offset))", .host)
  }

  /// What is added to the number.
  private static func tail(_ offset: UInt32) -> String { offset > 0 ? " offset \(offset)" : "" }
}
