import Addressing
import CNI
import Netlink

/// The source check of the reference plugin: for each interface a chain that its frames go through.
struct MACSpoofCheck {
  static let table = NftTable.ID(.bridge, "nat")
  static let base = NftChain.ID(table, "PREROUTING")
  let interface: NftChain.ID
  let mac: NftChain.ID
  let comment: String

  init(_ tag: RuleTag) {
    let name = "cni-br-iface-\(tag.key.containerID)-\(tag.key.interfaceName)"
    interface = NftChain.ID(Self.table, name)
    mac = NftChain.ID(Self.table, "\(name)-mac")
    comment = "macspoofchk-\(tag.key.containerID)-\(tag.key.interfaceName)"
  }

  func rules(host: String, mac address: MACAddress) -> [NewRule] {
    let name = Array(host.utf8) + [UInt8](repeating: 0, count: 16 - min(host.utf8.count, 16))
    let sender = Expression.Payload.Place(base: 0, offset: 6, length: 6)  // NFT_PAYLOAD_LL_HEADER
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
