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
    for clause in clauses { take(clause) }
  }

  private mutating func take(_ clause: Clause) {
    switch clause.role {
    case .source: (source, sourcePrefix) = (clause.value, clause.prefix)
    case .destination: (destination, destinationPrefix) = (clause.value, clause.prefix)
    case .inInterface: inInterface = clause.value
    case .outInterface: outInterface = clause.value
    case .transport: transport = clause.value
    case .sourcePort: sourcePort = clause.value
    case .destinationPort: destinationPort = clause.value
    case .counter(let value):
      counter = value
      return
    case .comment:
      comment = clause.value
      return
    case .action(let value): action = value
    case .other: break
    }
    add(clause)
  }

  private mutating func add(_ clause: Clause) {
    if !text.isEmpty && !clause.text.isEmpty { text += " " }
    text += clause.text
  }
}
