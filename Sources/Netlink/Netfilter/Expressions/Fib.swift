/// `fib`: what the routing table says of an address.
extension Expression {
  public struct Fib: Equatable, Sendable {
    /// `NFT_FIB_RESULT_*`
    public var result: UInt32
    /// `NFTA_FIB_F_*`: what is looked up.
    public var flags: UInt32
    public var destination: Int
  }
}

/// `NFTA_FIB_*`
enum FibAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_FIB_DREG
  case result = 2  // NFTA_FIB_RESULT
  case flags = 3  // NFTA_FIB_FLAGS
}

extension Expression.Fib {
  init(_ nest: consuming AttributeReader<FibAttribute>) throws(WireError) {
    result = try nest.number(.result) ?? 0
    flags = try nest.number(.flags) ?? 0
    destination = try nest.register(.destination) ?? 0
  }
}
