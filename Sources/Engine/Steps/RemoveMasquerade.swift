import CNI
import Netlink
import Quoting

/// The end of an attachment's masquerade.
struct MasqueradeRemoval: StepKind {
  var tag: RuleTag
  var backend: BridgeConfig.MasqueradeBackend

  var title: String { "end the masquerade" }
  var reason: String { "Rules stay until they are removed, also when the container is gone." }
  var detail: String { tag.key.containerID }
  var alreadySo: String { "was gone" }
  var request: String { backend == .nftables ? "nft batch" : "iptables-restore" }
  var commands: [String] {
    switch backend {
    case .nftables: [Masquerade.checks.deletingRules(with: tag.prefix)]
    case .iptables: IPTables.removal(tag)
    }
  }
  var checkCommands: [String] {
    switch backend {
    case .nftables: [Masquerade.listing(tag)]
    case .iptables: IPTables.listing(tag)
    }
  }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome { try node.removeMasquerade(tag) }

  func check(on node: inout NodeExecutor) throws {
    try node.ensure(!node.isMasqueraded(tag), "\(tag.key.containerID) is still masqueraded")
  }
}

extension Masquerade {
  static func listing(_ tag: RuleTag) -> String {
    "nft list chain inet \(table.name) \(checks.name) | grep -F \(tag.prefix)"
  }
}

extension NftChain.ID {
  /// For rules with a comment that has this in it.
  func deletingRules(with comment: String) -> String {
    let chain = "\(table.family) \(table.name) \(name)"
    return "nft -a list chain \(chain) | grep -F \(comment.shellWord) | grep -o '[0-9]*$'"
      + " | xargs -rn1 nft delete rule \(chain) handle"
  }
}
