public import CNI
import Netlink
import Quoting

/// Of whom frames of a container must say that they come.
public struct MACSpoofCheckSpec: Hashable, Sendable {
  public var host: String
  public var pod: PodEnd
  public var tag: RuleTag
}

extension MACSpoofCheckSpec: StepKind {
  var title: String { "check who sends through \(host)" }
  var reason: String { "Frames that claim another sender's MAC address are dropped." }
  var detail: String { "\(host) only from \(pod.place)" }
  var request: String { "nft batch" }

  var commands: [String] {
    let check = MACSpoofCheck(tag)
    guard let (chain, macChain) = check.chainNames, let host = host.nftName else {
      return [check.unwritable]
    }
    let comment = "comment \(check.comment.nftComment.shellWord)"
    let address = pod.inside("ip -br link show dev \(pod.word) | awk '{ print $3 }'")
    return [
      "nft add table bridge nat",
      "nft add chain bridge nat PREROUTING '{ type filter hook prerouting priority -300; }'",
      "nft add chain bridge nat \(chain)", "nft add chain bridge nat \(macChain)",
      "nft add rule bridge nat PREROUTING iifname \(host) jump \(chain) \(comment)",
      "nft add rule bridge nat \(chain) jump \(macChain) \(comment)",
      "nft add rule bridge nat \(macChain) ether saddr $(\(address)) return \(comment)",
      "nft add rule bridge nat \(macChain) drop \(comment)",
    ]
  }

  var checkCommands: [String] { ["nft list table bridge nat"] }
  var undos: [Undo] { [.removeMACSpoofCheck(tag)] }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome {
    try node.addMACSpoofCheck(self, &journal)
    return .changed
  }

  func check(on node: inout NodeExecutor) throws { try node.checkMACSpoofing(self) }
}

/// The end of that check.
struct MACSpoofCheckRemoval: StepKind {
  var tag: RuleTag

  var title: String { "end the source check" }
  var reason: String { "Its chains are the interface's own, and the interface is gone." }
  var detail: String { tag.key.containerID }
  var alreadySo: String { "was gone" }
  var request: String { "nft batch" }
  var commands: [String] { MACSpoofCheck(tag).endingCommands }
  var checkCommands: [String] { ["nft list table bridge nat"] }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome { try node.removeMACSpoofCheck(tag) }

  func check(on node: inout NodeExecutor) throws {
    try node.ensure(
      node.macSpoofChains(of: tag).isEmpty, "the source check of \(tag.key.containerID) is there")
  }
}

extension MACSpoofCheck {
  var endingCommands: [String] {
    guard let (chain, macChain) = chainNames else { return [unwritable] }
    return [
      Self.base.deletingRules(with: comment.nftComment), "nft delete chain bridge nat \(chain)",
      "nft delete chain bridge nat \(macChain)",
    ]
  }

  /// As nft writes them; `nil` where it cannot, for they have the interface's name in them.
  fileprivate var chainNames: (String, String)? {
    guard let chain = interface.name.nftName, let macChain = mac.name.nftName else { return nil }
    return (chain, macChain)
  }

  fileprivate var unwritable: String {
    Plan.comment("nft cannot write the chain \(interface.name)")
  }
}
