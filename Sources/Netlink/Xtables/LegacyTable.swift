/// A table of iptables-legacy.
public struct LegacyTable: Equatable, Sendable {
  public var name: String
  public var isIPv6: Bool
  public var chains: [Chain]

  public struct Chain: Equatable, Sendable {
    public var name: String
    /// `nil` for a chain that others jump to.
    public var policy: Policy?
    public var rules: [LegacyRule]
  }

  public struct Policy: Equatable, Sendable {
    public var drops: Bool
    public var counter: PacketCounter
    /// `NF_INET_*`: where the kernel calls the chain.
    public var hook: Int
  }
}

/// One rule of iptables-legacy.
public struct LegacyRule: Equatable, Sendable {
  public var counter: PacketCounter
  public var clauses: [Clause]

  /// The rule as `iptables-save -c` writes it.
  public func text(chain: String) -> String {
    let words = clauses.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    let start = "[\(counter.packets):\(counter.bytes)] -A \(chain)"
    return words.isEmpty ? start : "\(start) \(words)"
  }
}

extension RuleSummary {
  /// What a rule of iptables-legacy says.
  public init(_ rule: LegacyRule) {
    self.init([Clause(.counter(rule.counter), "")] + rule.clauses)
  }
}
