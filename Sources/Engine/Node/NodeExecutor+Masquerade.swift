import Addressing
import CNI
import Kernel
import Netlink

extension NodeExecutor {
  func masquerade(_ spec: MasqueradeSpec, _ journal: inout [Undo]) throws {
    guard spec.backend == .nftables else {
      throw StepFailure.unsupported("the masquerade by iptables is not there yet")
    }
    var socket = try NetlinkSocket(.netfilter)
    var batch = NftBatch(to: "masquerade \(spec.mark.key.containerID)")
    if try socket.list(.nftRules(of: Masquerade.postrouting)).count != Masquerade.entry.count {
      Masquerade.makeChains(in: &batch)
    }
    for prefix in spec.addresses { batch.add(Masquerade.rule(prefix, spec.mark)) }
    try socket.perform(batch)
    journal.append(.endMasquerade(spec.mark))
  }

  /// Removes the rules by their comments, whichever plugin wrote them.
  func endMasquerade(_ mark: AttachmentMark) throws {
    var socket = try NetlinkSocket(.netfilter)
    var batch = NftBatch(to: "end the masquerade of \(mark.key.containerID)")
    for rule in try socket.list(.nftRules(of: Masquerade.checks))
    where rule.comment?.hasPrefix(mark.prefix) == true {
      batch.delete(rule)
    }
    for family in [NftFamily.ip, .ip6] {
      try IPTablesChain(mark, family).remove(by: &socket, in: &batch)
    }
    try socket.perform(batch)
  }
}
