public import Addressing

/// One rule of a chain, with what it does and for whom.
public struct Rule: Equatable, Identifiable, Sendable {
  public var id: RuleID
  /// In nft's or iptables-save's syntax, without counter and comment.
  public var text: String
  /// The whole rule in the words of iptables-save, where iptables-nft can have made it.
  public var iptablesText: String?
  public var action: Action
  /// What it looks for, as far as a table of NAT rules shows it.
  public var match: Match = Match()
  /// `nil` where nobody counts.
  public var counter: RuleCounter?
  public var comment: String?
  public var owner: Owner = .other
  /// The CNI attachment that its comment names, as far as it names one.
  public var attachment: Container.Attachment?
  /// The namespace it serves.
  public var namespace: NamespaceID?
  /// The rule's pod by name, also where it is gone.
  public var pod: String?
  /// It serves one attachment, and that is gone.
  public var isLeaked: Bool = false

  public init(
    id: RuleID, text: String, action: Action, match: Match = Match(), counter: RuleCounter? = nil,
    comment: String? = nil, owner: Owner = .other, attachment: Container.Attachment? = nil,
    namespace: NamespaceID? = nil, pod: String? = nil, isLeaked: Bool = false
  ) {
    self.id = id
    self.text = text
    self.action = action
    self.match = match
    self.counter = counter
    self.comment = comment
    self.owner = owner
    self.attachment = attachment
    self.namespace = namespace
    self.pod = pod
    self.isLeaked = isLeaked
  }

  /// Each in nft's words, `nil` for any.
  public struct Match: Hashable, Sendable {
    /// The rule's own, or that of the one jump to its chain.
    public var source: String?
    public var destination: String?
    public var inInterface: String?
    public var outInterface: String?
    /// Protocol and ports: `tcp dport 80`.
    public var service: String?
    /// The source, where it is one plain prefix.
    public var sourcePrefix: Prefix?
    /// The destination, where it is one plain prefix.
    public var destinationPrefix: Prefix?

    public init(
      source: String? = nil, destination: String? = nil, inInterface: String? = nil,
      outInterface: String? = nil, service: String? = nil, sourcePrefix: Prefix? = nil,
      destinationPrefix: Prefix? = nil
    ) {
      self.source = source
      self.destination = destination
      self.inInterface = inInterface
      self.outInterface = outInterface
      self.service = service
      self.sourcePrefix = sourcePrefix
      self.destinationPrefix = destinationPrefix
    }
  }

  /// Whose rule it is, judged by table, chain and comment.
  public enum Owner: String, CaseIterable, Sendable {
    case cni
    case portmap
    case kubeProxy = "kube-proxy"
    case docker
    case podman
    case firewalld
    case libvirt
    case flannel
    case calico
    case cilium
    case other
  }
}

public struct RuleID: Hashable, Sendable {
  public var chain: ChainID
  /// nftables' handle; the place in the chain, from 1, in a legacy table.
  public var handle: UInt64

  public init(chain: ChainID, handle: UInt64) {
    self.chain = chain
    self.handle = handle
  }
}

public struct RuleCounter: Hashable, Sendable {
  public var packets: UInt64
  public var bytes: UInt64

  public init(packets: UInt64, bytes: UInt64) {
    self.packets = packets
    self.bytes = bytes
  }
}
