import Addressing
import CNI
import Netlink

/// The masquerade in nftables, laid out as the reference plugins do it, so that either can clean up
/// after the other.
enum Masquerade {
  static let table = NftTable.ID(.inet, "cni_plugins_masquerade")
  static let postrouting = NftChain.ID(table, "postrouting")
  static let checks = NftChain.ID(table, "masq_checks")

  /// What leads to the checks: of all packets but those for many.
  static let entry: [NewRule] = [
    NewRule(
      postrouting, [.meta(15), .compare(.equal, [2])] + to(multicast4) + [.verdict(.return)]),
    NewRule(
      postrouting, [.meta(15), .compare(.equal, [10])] + to(multicast6) + [.verdict(.return)]),
    NewRule(postrouting, [.verdict(.goto(checks.name))]),
  ]

  /// Makes the table and its chains where they are not there yet.
  static func makeChains(in batch: inout NftBatch) {
    batch.add(table)
    batch.add(checks)
    batch.add(postrouting, .init(type: "nat", number: 4, priority: 100))  // NF_INET_POST_ROUTING
    batch.flush(postrouting)
    for rule in entry { batch.add(rule) }
  }

  /// What comes from the address and leaves its network. It counts, which the reference's does not: whoever
  /// looks for lost packets sees whether they come here.
  static func rule(_ prefix: Prefix, _ tag: RuleTag) -> NewRule {
    let isV4 = prefix.address.family == .v4
    let source = Expression.Payload.Place(
      base: 1, offset: isV4 ? 12 : 8, length: isV4 ? 4 : 16)  // NFT_PAYLOAD_NETWORK_HEADER
    return NewRule(
      checks,
      [
        .meta(15), .compare(.equal, [isV4 ? 2 : 10]),  // NFT_META_NFPROTO
        .payload(source), .compare(.equal, prefix.address.bytes),
      ] + to(prefix.network, .notEqual) + [.counter, .masquerade], comment: tag.comment)
  }

  private static func to(
    _ network: Prefix, _ comparison: Expression.Comparison = .equal
  ) -> [NewExpression] {
    let isV4 = network.address.family == .v4
    let place = Expression.Payload.Place(
      base: 1, offset: isV4 ? 16 : 24, length: isV4 ? 4 : 16)  // NFT_PAYLOAD_NETWORK_HEADER
    return [.payload(place)] + (network.isHost ? [] : [.mask(network.maskBytes)])
      + [.compare(comparison, network.address.bytes)]
  }

  private static let multicast4 = prefix(.v4(0xe000_0000), 4)
  private static let multicast6 = prefix(.v6(high: 0xff00_0000_0000_0000, low: 0), 8)

  private static func prefix(_ address: IPAddress, _ length: UInt8) -> Prefix {
    Prefix(address, length: length) ?? Prefix(host: address)
  }
}

extension Prefix {
  /// Ones where the network is.
  fileprivate var maskBytes: [UInt8] {
    (0..<address.family.bitWidth / 8).map { place in
      let bits = min(max(Int(length) - Int(place) * 8, 0), 8)
      return UInt8(truncatingIfNeeded: 0xff00 >> bits)
    }
  }
}
