public import Netlink

/// Reads nftables of the calling thread's namespace.
public struct RulesetReader: ~Copyable {
  private var socket: NetlinkSocket

  public init() throws(KernelError) {
    socket = try NetlinkSocket(.netfilter)
  }

  /// Reads everything, and again if a change came between. Takes CAP_NET_ADMIN.
  public mutating func ruleset() throws(KernelError) -> Ruleset {
    for _ in 1...maximumReadings {
      let before = try generation()
      let ruleset = try? content(generation: before)
      guard try generation() == before else { continue }
      if let ruleset { return ruleset }
      return try content(generation: before)  // it failed, and not because of a change: say why
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

  private mutating func content(generation: UInt32) throws(KernelError) -> Ruleset {
    var ruleset = Ruleset(generation: generation)
    for table in try socket.list(.nftTables) { ruleset.add(table) }
    for chain in try socket.list(.nftChains) { ruleset.add(chain) }
    for var set in try socket.list(.nftSets) {
      if set.flags.contains(.anonymous) {
        for part in try socket.list(.nftElements(of: set.id)) { set.add(part.elements) }
      }
      ruleset.sets[set.id] = set
    }
    var builder = RulesetBuilder(ruleset)
    try socket.stream(.nftRules) { builder.add($0) }
    return builder.ruleset
  }
}

/// How often to start over before giving up on a ruleset that will not hold still.
private let maximumReadings = 5
