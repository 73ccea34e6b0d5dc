/// `queue`: gives the packet to a program, or to one of several.
extension Expression {
  public struct Queue: Equatable, Sendable {
    public var first: UInt16
    /// How many there are.
    public var count: UInt16
    /// `NFT_QUEUE_FLAG_*`
    public var flags: UInt16
    /// The register that has the number; `nil` where the rule says it.
    public var source: Int?
  }
}

/// `NFTA_QUEUE_*`
enum QueueAttribute: UInt16, AttributeKey {
  case number = 1  // NFTA_QUEUE_NUM
  case total = 2  // NFTA_QUEUE_TOTAL
  case flags = 3  // NFTA_QUEUE_FLAGS
  case source = 4  // NFTA_QUEUE_SREG_QNUM
}

extension Expression.Queue {
  init(_ nest: consuming AttributeReader<QueueAttribute>) throws(WireError) {
    first = try nest.find(.number)?.uint16(.network) ?? 0
    count = try nest.find(.total)?.uint16(.network) ?? 1
    flags = try nest.find(.flags)?.uint16(.network) ?? 0
    source = try nest.register(.source)
  }
}
