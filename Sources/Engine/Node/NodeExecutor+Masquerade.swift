import Addressing
import CNI
import Kernel
import Netlink

extension NodeExecutor {
  mutating func masquerade(_ spec: MasqueradeSpec, _ journal: inout [Undo]) throws {
    journal.append(.removeMasquerade(spec.tag, spec.backend))
    switch spec.backend {
    case .nftables: try masqueradeByNftables(spec)
    case .iptables:
      for family in IPAddress.Family.allCases {
        let own = spec.addresses.filter { $0.address.family == family }
        if !own.isEmpty { try IPTables(family, spec.tag).add(own) }
      }
    }
  }

  private mutating func masqueradeByNftables(_ spec: MasqueradeSpec) throws {
    try askFirewall { socket in
      var batch = NftBatch(to: "masquerade \(spec.tag.key.containerID)")
      if try socket.list(.nftRules(of: Masquerade.postrouting)).count != Masquerade.entry.count {
        Masquerade.makeChains(in: &batch)
      }
      for prefix in spec.addresses { batch.add(Masquerade.rule(prefix, spec.tag)) }
      do throws(KernelError) {
        try socket.perform(batch)
      } catch {
        guard error.isNotFound else { throw error }
        throw StepFailure.unsupported(
          "this kernel's nftables cannot masquerade (nft_masq): \(error)")
      }
    }
  }

  /// Removes the rules by their comments, whichever plugin wrote them.
  mutating func removeMasquerade(_ tag: RuleTag) throws -> StepReport.Outcome {
    var hasChanged = try askFirewall { socket in
      var batch = NftBatch(to: "end the masquerade of \(tag.key.containerID)")
      for rule in try socket.list(.nftRules(of: Masquerade.checks))
      where rule.comment?.hasPrefix(tag.prefix) == true {
        batch.delete(rule)
      }
      for family in [NftFamily.ip, .ip6] {
        try IPTablesChain(tag, family).remove(by: &socket, in: &batch)
      }
      guard !batch.isEmpty else { return false }
      try socket.perform(batch)
      return true
    }
    if try removeLegacyMasquerade(tag) { hasChanged = true }
    return hasChanged ? .changed : .alreadySo
  }

  /// Removes what iptables-legacy holds; whether it held anything.
  func removeLegacyMasquerade(_ tag: RuleTag) throws -> Bool {
    var hasChanged = false
    for family in IPAddress.Family.allCases where try IPTables(family, tag).removeLegacy() {
      hasChanged = true
    }
    return hasChanged
  }
}
