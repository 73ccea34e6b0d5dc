/// Every packet rule of the host's namespace, of both backends.
public struct Firewall: Equatable, Sendable {
  /// nftables' tables in the kernel's order, then those of iptables-legacy.
  public var tables: [RuleTable] = []
  /// Whether both backends were read: if not, a rule that is not here may be there all the same.
  public var isComplete: Bool

  public init(tables: [RuleTable] = [], isComplete: Bool = true) {
    self.tables = tables
    self.isComplete = isComplete
  }
}

extension Firewall {
  /// Tables whose rules no packet meets.
  public var dormantTables: Set<TableID> { Set(tables.lazy.filter(\.isDormant).map(\.id)) }
}

public struct RuleTable: Equatable, Identifiable, Sendable {
  public var id: TableID
  public var chains: ChunkedArray<RuleChain> = []
  /// None of its base chains is called: `NFT_TABLE_F_DORMANT`.
  public var isDormant: Bool
  /// The netlink port of the process that alone may change it, and with which it goes:
  /// `NFT_TABLE_F_OWNER`. It is often the process's id.
  public var owner: UInt32?

  public init(
    id: TableID, chains: ChunkedArray<RuleChain> = [], isDormant: Bool = false,
    owner: UInt32? = nil
  ) {
    self.id = id
    self.isDormant = isDormant
    self.owner = owner
    self.chains = chains
  }
}

public struct TableID: Hashable, Sendable {
  public var backend: Backend
  /// nft's word: `ip`, `ip6`, `inet`, `arp`, `bridge`, `netdev`.
  public var family: String
  public var name: String

  public init(backend: Backend, family: String, name: String) {
    self.backend = backend
    self.family = family
    self.name = name
  }

  public enum Backend: String, CaseIterable, Sendable {
    case nftables
    case legacy
  }
}

public struct RuleChain: Equatable, Identifiable, Sendable {
  public var id: ChainID
  /// `nil` for a chain that others jump to.
  public var hook: Hook?
  /// Hits of the policy, where the kernel counts them: legacy tables only.
  public var policyCounter: RuleCounter?
  public var rules: ChunkedArray<Rule> = []

  public init(
    id: ChainID, hook: Hook? = nil, policyCounter: RuleCounter? = nil,
    rules: ChunkedArray<Rule> = []
  ) {
    self.id = id
    self.hook = hook
    self.policyCounter = policyCounter
    self.rules = rules
  }

  /// Where the kernel calls a base chain.
  public struct Hook: Hashable, Sendable {
    /// `nat`, `filter`, `route`.
    public var type: String
    /// `prerouting`, `input`, `forward`, `output`, `postrouting`, `ingress`, `egress`.
    public var name: String
    public var priority: Int32
    /// `accept` or `drop`.
    public var policy: String = "accept"
    /// The interfaces whose packets it sees; empty for all.
    public var devices: [String]

    public init(
      type: String, name: String, priority: Int32, policy: String = "accept",
      devices: [String] = []
    ) {
      self.devices = devices
      self.type = type
      self.name = name
      self.priority = priority
      self.policy = policy
    }
  }
}

public struct ChainID: Hashable, Sendable {
  public var table: TableID
  public var name: String

  public init(table: TableID, name: String) {
    self.table = table
    self.name = name
  }
}
