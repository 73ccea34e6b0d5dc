public import Netlink

/// Reads nftables of the calling thread's namespace.
public struct RulesetReader: ~Copyable {
  private var socket: NetlinkSocket

  public init() throws(KernelError) {
    socket = try NetlinkSocket(.netfilter)
  }

  /// Whose elements are read: those of named sets may be very many, and say nothing about rules' words.
  public enum SetElements: Sendable {
    case anonymous
    case all
  }

  /// Reads everything, and again if a change came between. Takes CAP_NET_ADMIN.
  ///
  /// - Parameters:
  ///   - elements: of which sets; of all where packets are evaluated.
  ///   - begin: makes a value of where rules have their places.
  ///   - add: adds one rule to it, the next of its chain. The kernel lists more of them meanwhile.
  /// - Returns: what was begun, with all rules added.
  /// - Throws: ``KernelError`` where the kernel refuses, or changes faster than it can be read.
  public mutating func ruleset<Value>(
    elements: SetElements = .anonymous, _ begin: (NftRuleset) -> Value,
    add: (inout Value, NftRule) -> Void
  ) throws(KernelError) -> Value {
    for _ in 1...maximumReadings {
      let before = try generation()
      let ruleset = try? content(generation: before, elements, begin, add)
      guard try generation() == before else { continue }
      if let ruleset { return ruleset }
      // It failed, and not because of a change: say why.
      return try content(generation: before, elements, begin, add)
    }
    throw KernelError("read nftables", .neverSettled)
  }

  /// The rules of one chain, for their counters.
  public mutating func rules(of chain: NftChain.ID) throws(KernelError) -> [NftRule] {
    try socket.list(.nftRules(of: chain))
  }

  /// The number of the ruleset's last change.
  public mutating func generation() throws(KernelError) -> UInt32 {
    try socket.list(.nftGeneration).first ?? 0
  }

  private mutating func content<Value>(
    generation: UInt32, _ elements: SetElements, _ begin: (NftRuleset) -> Value,
    _ add: (inout Value, NftRule) -> Void
  ) throws(KernelError) -> Value {
    var ruleset = NftRuleset(generation: generation)
    ruleset.tables = try socket.list(.nftTables)
    ruleset.chains = try socket.list(.nftChains)
    for var set in try socket.list(.nftSets) {
      if elements == .all || set.flags.contains(.anonymous) {
        for part in try socket.list(.nftElements(of: set.id)) { set.add(part.elements) }
      }
      ruleset.sets[set.id] = set
    }
    ruleset.setNames = IPSetReader.names(&socket)
    if !ruleset.tables.isEmpty { ruleset.names = .read() }
    var value = begin(ruleset)
    try socket.stream(.nftRules) { add(&value, $0) }
    return value
  }
}

/// How often to start over before giving up on a ruleset that will not hold still.
private let maximumReadings = 5
