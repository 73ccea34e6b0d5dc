import Addressing
import Testing

@testable import Netlink
@testable import Rules

/// A chain of one rule that drops what fits, at the hook where packets come in.
struct OneRule {
  static let table = NftTable.ID(.ip, "t")
  static let chain = NftChain.ID(table, "c")

  /// Whether a packet fits the rule.
  static func fits(
    _ expressions: [Expression], _ packet: Packet = OneRule.packet, _ sets: [NftSet] = [],
    priority: Int32 = 0, routes: any RouteLookup = FixedRoutes()
  ) -> Fit {
    let drop = Expression.immediate(.init(.verdict(.drop)))
    let evaluation = evaluate(expressions + [drop], packet, sets, priority, routes)
    switch evaluation.conclusion {
    case .accepted: return .no
    case .stopped: return .yes
    case .cannotTell(let doubts): return .cannotTell(doubts.first ?? Doubt(""))
    }
  }

  static func evaluate(
    _ expressions: [Expression], _ packet: Packet = OneRule.packet, _ sets: [NftSet] = [],
    _ priority: Int32 = 0, _ routes: any RouteLookup = FixedRoutes(), type: String = "filter"
  ) -> Evaluation {
    var ruleset = NftRuleset()
    ruleset.tables = [NftTable(id: table)]
    ruleset.chains = [
      NftChain(id: chain, hook: .init(type: type, number: 0, priority: priority))
    ]
    for set in sets { ruleset.sets[set.id] = set }
    var rules = NftRules(ruleset)
    rules.add(NftRule(chain: chain, handle: 1, expressions: expressions))
    return PacketRules(nftables: rules).evaluate(packet, routes: routes)
  }

  /// TCP from 10.1.0.2:4000 to 10.2.0.3:80, of which much more is known.
  static var packet: Packet {
    var packet = Packet(.v4)
    packet.source = .v4(0x0a01_0002)
    packet.destination = .v4(0x0a02_0003)
    packet.transport = 6
    (packet.sourcePort, packet.destinationPort) = (4000, 80)
    packet.tcpFlags = 0x02
    packet.length = 60
    packet.hopLimit = 64
    packet.trafficClass = 0
    packet.mark = 0
    packet.inInterface = PacketInterface(
      name: "v0", index: 7, group: 3, type: 1, kind: "veth")
    packet.tracking = .new
    return packet
  }

  static func set(
    _ elements: [NftSet.Element], flags: NftSet.Flags = [], keyLength: UInt32 = 4,
    dataLength: UInt32 = 4, parts: [UInt32] = []
  ) -> NftSet {
    var set = NftSet(
      id: NftSet.ID(table, "s"), handle: 1, flags: flags, keyType: 0, dataType: 0,
      keyLength: keyLength, dataLength: dataLength)
    set.partLengths = parts
    set.add(elements)
    return set
  }
}

/// Everything leaves by `v1`, and 10.1.0.1 is this host's own.
struct FixedRoutes: RouteLookup {
  func route(of packet: Packet) -> PacketRoute {
    packet.destination == .v4(0x0a01_0001)
      ? .local : .out(PacketInterface(name: "v1", index: 8, group: 0, type: 1, kind: "veth"))
  }
  func type(of address: IPAddress, on interface: String?) -> UInt8? {
    address == .v4(0x0a01_0001) ? 2 : 1
  }
  func address(
    of interface: PacketInterface, _ family: IPAddress.Family, to destination: IPAddress?
  ) -> IPAddress? { .v4(0xc000_0201) }
}

extension Fit {
  var isOpen: Bool {
    if case .cannotTell = self { true } else { false }
  }
}
