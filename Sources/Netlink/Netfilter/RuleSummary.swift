public import Addressing

/// What a rule does and to whom: the same for nftables and for iptables-legacy.
public struct RuleSummary: Equatable, Sendable {
  /// In nft's or iptables-save's syntax, without counter and comment.
  public var text = ""
  public var action = RuleAction.other
  /// Each in the backend's words, `nil` for any.
  public var source: String?
  public var destination: String?
  public var inInterface: String?
  public var outInterface: String?
  public var transport: String?
  public var sourcePort: String?
  public var destinationPort: String?
  /// The source, where it is one plain prefix.
  public var sourcePrefix: Prefix?
  /// The destination, where it is one plain prefix.
  public var destinationPrefix: Prefix?
  /// `nil` where nobody counts.
  public var counter: PacketCounter?
  public var comment: String?

  public init(_ clauses: [Clause], comment: String? = nil) {
    self.comment = comment
    var text: [UInt8] = []
    text.reserveCapacity(clauses.reduce(0) { $0 + $1.length })
    let span = clauses.span
    for place in span.indices { take(span[place], &text) }
    self.text = String(decoding: text, as: UTF8.self)
  }

  private mutating func take(_ clause: Clause, _ text: inout [UInt8]) {
    switch clause.role {
    case .source: (source, sourcePrefix) = (clause.signedValue, clause.prefix)
    case .destination: (destination, destinationPrefix) = (clause.signedValue, clause.prefix)
    case .inInterface: inInterface = clause.signedValue
    case .outInterface: outInterface = clause.signedValue
    case .transport: transport = clause.signedValue
    case .sourcePort: sourcePort = clause.signedValue
    case .destinationPort: destinationPort = clause.signedValue
    case .counter(let value):
      counter = value
      return
    case .comment:
      comment = clause.value
      return
    case .action(let value): action = value
    case .other: break
    }
    clause.write(to: &text)
  }
}
