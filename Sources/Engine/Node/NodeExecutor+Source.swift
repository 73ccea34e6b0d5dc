import Addressing
import CNI
import Kernel
import Netlink

extension NodeExecutor {
  /// Lets nothing in but frames from the container's own MAC address.
  func checkSource(_ spec: SourceSpec, _ journal: inout [Undo]) throws {
    let mac = try visit(spec.pod) { () throws(KernelError) in
      var socket = try NetlinkSocket(.route)
      return try socket.list(.link(named: spec.pod.name)).first?.mac
    }
    guard let mac else {
      throw StepFailure.mismatch("\(spec.pod.name) has no MAC address")
    }
    let chains = SourceCheck(spec.mark)
    var batch = NftBatch(to: "check who sends through \(spec.host)")
    batch.add(SourceCheck.table)
    batch.add(SourceCheck.base, .init(type: "filter", number: 0, priority: -300))
    batch.add(chains.interface)
    batch.add(chains.mac)
    batch.flush(chains.interface)
    batch.flush(chains.mac)
    for rule in chains.rules(host: spec.host, mac: mac) { batch.add(rule) }
    var socket = try NetlinkSocket(.netfilter)
    try socket.perform(batch)
    journal.append(.endSourceCheck(spec.mark))
  }

  func endSourceCheck(_ mark: AttachmentMark) throws {
    let chains = SourceCheck(mark)
    var socket = try NetlinkSocket(.netfilter)
    var batch = NftBatch(to: "end the source check of \(mark.key.containerID)")
    for rule in try socket.list(.nftRules(of: SourceCheck.base))
    where rule.comment == chains.comment {
      batch.delete(rule)
    }
    let present = try socket.list(.nftChains).map(\.id)
    for chain in [chains.interface, chains.mac] where present.contains(chain) {
      batch.flush(chain)
    }
    for chain in [chains.interface, chains.mac] where present.contains(chain) {
      batch.delete(chain)
    }
    try socket.perform(batch)
  }
}

/// The source check of the reference plugin: for each interface a chain that its frames go through.
private struct SourceCheck {
  static let table = NftTable.ID(.bridge, "nat")
  static let base = NftChain.ID(table, "PREROUTING")
  let interface: NftChain.ID
  let mac: NftChain.ID
  let comment: String

  init(_ mark: AttachmentMark) {
    interface = NftChain.ID(Self.table, mark.interfaceChain)
    mac = NftChain.ID(Self.table, mark.macChain)
    comment = "macspoofchk-\(mark.key.containerID)-\(mark.key.interfaceName)"
  }

  func rules(host: String, mac address: MACAddress) -> [NewRule] {
    let name = Array(host.utf8) + [UInt8](repeating: 0, count: 16 - min(host.utf8.count, 16))
    let sender = Expression.Payload(base: 0, offset: 6, length: 6)  // NFT_PAYLOAD_LL_HEADER
    return [
      NewRule(
        Self.base,
        [.meta(6), .compare(.equal, name), .verdict(.jump(interface.name))],  // NFT_META_IIFNAME
        comment: comment),
      NewRule(interface, [.verdict(.jump(mac.name))], comment: comment),
      NewRule(
        mac, [.payload(sender), .compare(.equal, address.bytes), .verdict(.return)],
        comment: comment),
      NewRule(mac, [.verdict(.drop)], comment: comment),
    ]
  }
}
