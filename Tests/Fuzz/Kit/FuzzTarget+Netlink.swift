import Addressing
import Netlink
import Rules
import Topology

/// Any type of attribute, whose values are read in every way there is.
private struct AnyAttribute: AttributeKey {
  let rawValue: UInt16
}

extension FuzzTarget {
  static func readAttributes(_ bytes: [UInt8]) {
    walk(AttributeReader<AnyAttribute>(bytes.span), depth: 0)
  }

  private static func walk(_ reader: consuming AttributeReader<AnyAttribute>, depth: Int) {
    while let attribute = try? reader.next() {
      _ = try? attribute.uint8()
      _ = try? attribute.uint16(.network)
      _ = try? attribute.uint32()
      _ = try? attribute.uint64(.network)
      _ = try? attribute.int32()
      _ = try? attribute.address()
      _ = (attribute.mac(), attribute.string(), attribute.bytes())
      if depth < 8 { walk(attribute.nest(), depth: depth + 1) }
    }
  }

  /// Each message as the event it says it is, and as every kind of answer.
  static func readRoute(_ bytes: [UInt8]) {
    var messages = MessageReader(bytes.span)
    while let message = try? messages.next() {
      _ = try? message.verdict()
      _ = try? RouteEvent(message)
      _ = try? Link(message: message.payload)
      _ = try? AddressMessage(message: message.payload)
      _ = try? RouteMessage(message: message.payload)
      _ = try? RouteAnswer(message: message.payload)
      _ = try? PortVLANs(message: message.payload)
      _ = try? NeighbourMessage(message: message.payload)
      _ = try? NamespaceMessage(message: message.payload)
      _ = try? StatisticsMessage(message: message.payload)
    }
  }

  static func readNetfilter(_ bytes: [UInt8]) {
    var messages = MessageReader(bytes.span)
    while let message = try? messages.next() {
      _ = try? message.verdict()
      _ = try? NftEvent(message)
      _ = try? NftTrace(message: message.payload)
      _ = try? NftTable(message: message.payload)
      _ = try? NftChain(message: message.payload)
      _ = try? NftSet(message: message.payload)
      _ = try? NftElements(message: message.payload)
      _ = try? IPSetHeader(message: message.payload)
      if let rule = try? NftRule(message: message.payload) { _ = (rule.text(), Rule(rule)) }
    }
  }

  /// Tables that are told of change after change, what does not fit them passed over; and tables that
  /// are read from the same messages.
  static func followRuleset(_ bytes: [UInt8]) {
    var events: [NftEvent] = []
    var messages = MessageReader(bytes.span)
    while let message = try? messages.next() {
      if let event = try? NftEvent(message) { events.append(event) }
    }
    var followed = Nftables()
    for event in events { _ = followed.follow([event]) }
    var ruleset = NftRuleset()
    for event in events { ruleset.take(event) }
    var builder = NftablesBuilder(ruleset)
    var rules = NftRules(ruleset)
    for case .newRule(let rule, _) in events {
      builder.add(rule)
      rules.add(rule)
    }
    _ = PacketRules(nftables: rules).evaluate(packet, routes: NoRouteLookup(), limit: 16)
  }

  /// A connection's first packet of TCP.
  private static var packet: Packet {
    var packet = Packet(.v4)
    packet.transport = 6
    (packet.sourcePort, packet.destinationPort) = (4000, 80)
    packet.inInterface = PacketInterface(name: "eth0")
    packet.tracking = .new
    return packet
  }

  /// A byte for the family, the answer to `IPT_SO_GET_INFO`, and the entries.
  static func readLegacyTable(_ bytes: [UInt8]) {
    let start = 1 + LegacyInfo.length
    guard bytes.count >= start,
      let info = try? LegacyInfo(bytes.span.extracting(1..<start))
    else { return }
    let table = LegacyTable(name: "nat", isIPv6: bytes[0] & 1 == 1)
    var builder = LegacyTableBuilder(table)
    var rules = LegacyRules(table)
    try? table.read(bytes.span.extracting(droppingFirst: start), info) {
      builder.add($0)
      rules.add($0)
    }
    _ = PacketRules(legacy: [rules]).evaluate(packet, routes: NoRouteLookup(), limit: 16)
  }
}

extension NftRuleset {
  /// What is listed is told like what is made.
  fileprivate mutating func take(_ event: NftEvent) {
    switch event {
    case .newTable(let table): tables.append(table)
    case .newChain(let chain): chains.append(chain)
    case .newSet(let set): sets[set.id] = set
    case .newElements(let new): sets[new.set]?.add(new.elements)
    case .generation(let number): generation = number
    case .newRule, .deleteTable, .deleteChain, .deleteRule, .deleteSet, .deleteElements: break
    }
  }
}
