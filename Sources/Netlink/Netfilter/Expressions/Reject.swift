/// `reject`: drops the packet and tells its sender.
extension Expression {
  public struct Reject: Equatable, Sendable {
    /// `NFT_REJECT_*`
    public var type: UInt32
    /// ICMP's, ICMPv6's or `NFT_REJECT_ICMPX_*`, by the type.
    public var code: UInt8
  }
}

/// `NFTA_REJECT_*`
enum RejectAttribute: UInt16, AttributeKey {
  case type = 1  // NFTA_REJECT_TYPE
  case code = 2  // NFTA_REJECT_ICMP_CODE
}

extension Expression.Reject {
  init(_ nest: consuming AttributeReader<RejectAttribute>) throws(WireError) {
    type = try nest.number(.type) ?? 0
    code = try nest.find(.code)?.uint8() ?? 0
  }
}
