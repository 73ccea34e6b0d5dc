import CNI
import Files
import Kernel
import Netlink
import SystemPackage

extension NodeExecutor {
  mutating func checkMasquerade(_ tag: RuleTag) throws {
    guard try isMasqueraded(tag) else {
      throw StepFailure.mismatch("\(tag.key.containerID) is not masqueraded")
    }
  }

  /// Whether one of the forms of the masquerade is there.
  mutating func isMasqueraded(_ tag: RuleTag) throws -> Bool {
    try askFirewall { socket in
      let rules = try socket.list(.nftRules(of: Masquerade.checks))
      if rules.contains(where: { $0.comment?.hasPrefix(tag.prefix) == true }) { return true }
      for family in [NftFamily.ip, .ip6]
      where try IPTablesChain(tag, family).isThere(socket: &socket) {
        return true
      }
      return false
    }
  }

  /// Removes the rules of a network that belong to none of these.
  mutating func endMasquerades(of network: String, keeping marks: [RuleTag]) throws {
    let prefix = RuleTag.prefix(ofNetwork: network)
    let kept = Set(marks.map(\.prefix))
    try askFirewall { socket in
      var batch = NftBatch(to: "end the masquerade of what is gone from \(network)")
      for rule in try socket.list(.nftRules(of: Masquerade.checks)) {
        guard let comment = rule.comment, comment.hasPrefix("\(prefix)-"),
          !kept.contains(String(comment.prefix { $0 != "," }))
        else { continue }
        batch.delete(rule)
      }
      for family in [NftFamily.ip, .ip6] {
        try IPTablesChain.removeAll(
          of: network, keeping: Set(marks.map(\.chain)), family, by: &socket, in: &batch)
      }
      try socket.perform(batch)
    }
  }
}
