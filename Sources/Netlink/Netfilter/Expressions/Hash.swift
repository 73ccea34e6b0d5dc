/// `hash`: a number below `modulus` that is the same for alike packets.
extension Expression {
  public struct Hash: Equatable, Sendable {
    /// What is hashed; `nil` for a hash that is the same for both ways of a connection: `NFT_HASH_SYM`.
    public var source: Int?
    /// Of what is hashed, in bytes.
    public var length: Int
    public var modulus: UInt32
    /// `nil`: the kernel chose one.
    public var seed: UInt32?
    /// Added to the number.
    public var offset: UInt32
    public var destination: Int
  }
}

/// `NFTA_HASH_*`
enum HashAttribute: UInt16, AttributeKey {
  case source = 1  // NFTA_HASH_SREG
  case destination = 2  // NFTA_HASH_DREG
  case length = 3  // NFTA_HASH_LEN
  case modulus = 4  // NFTA_HASH_MODULUS
  case seed = 5  // NFTA_HASH_SEED
  case offset = 6  // NFTA_HASH_OFFSET
  case type = 7  // NFTA_HASH_TYPE
}

extension Expression.Hash {
  init(_ nest: consuming AttributeReader<HashAttribute>) throws(WireError) {
    let isSymmetric = try nest.number(.type) == 1  // NFT_HASH_SYM
    source = isSymmetric ? nil : try nest.register(.source) ?? 0
    length = Int(try nest.number(.length) ?? 0)
    modulus = try nest.number(.modulus) ?? 0
    seed = try nest.number(.seed)
    offset = try nest.number(.offset) ?? 0
    destination = try nest.register(.destination) ?? 0
  }
}
