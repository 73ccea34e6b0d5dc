import Addressing
public import Netlink
public import Topology

extension Rule {
  /// What a rule's clauses say together. Its owner is that of its chain; where that is nobody's own, the
  /// clauses say whose the rule is.
  init(
    id: RuleID, _ clauses: [Clause], comment: String? = nil, of owner: Owner?
  ) {
    self.init(id: id, text: "", action: .other, comment: comment)
    var service = Service()
    var text: [UInt8] = []
    let span = clauses.span
    var length = 0
    for place in span.indices { length += span[place].length }
    text.reserveCapacity(length)
    for place in span.indices { take(span[place], &text, &service) }
    self.text = String(decoding: text, as: UTF8.self)
    match.service = service.text
    self.owner = owner ?? Owner(action, match, comment: self.comment ?? "")
  }

  private mutating func take(_ clause: Clause, _ text: inout [UInt8], _ service: inout Service) {
    switch clause.role {
    case .source: (match.source, match.sourcePrefix) = (clause.signedValue, clause.prefix)
    case .destination:
      (match.destination, match.destinationPrefix) = (clause.signedValue, clause.prefix)
    case .inInterface: match.inInterface = clause.signedValue
    case .outInterface: match.outInterface = clause.signedValue
    case .transport: service.transport = clause.signedValue
    case .sourcePort: service.sourcePort = clause.signedValue
    case .destinationPort: service.destinationPort = clause.signedValue
    case .counter(let value):
      counter = value
      return
    case .comment:  // a rule may have several
      comment = comment.map { $0 + ", " + clause.value } ?? clause.value
      return
    case .action(let value): action = value
    case .other: break
    }
    clause.write(to: &text)
  }
}

/// The transport protocol and the ports that a rule looks for.
private struct Service {
  var transport: String?
  var sourcePort: String?
  var destinationPort: String?

  /// `tcp sport 53 dport 80`; `nil` for any.
  var text: String? {
    guard sourcePort != nil || destinationPort != nil else { return transport }
    var text = transport ?? ""
    if let sourcePort { text += text.isEmpty ? "sport \(sourcePort)" : " sport \(sourcePort)" }
    if let destinationPort {
      text += text.isEmpty ? "dport \(destinationPort)" : " dport \(destinationPort)"
    }
    return text
  }
}

extension RuleCounter {
  /// As a message says it.
  public init(_ counter: PacketCounter) {
    self.init(packets: counter.packets, bytes: counter.bytes)
  }
}
