import Addressing
import Dice
import Topology

extension Dice {
  mutating func ip() -> IPAddress {
    switch Int.random(in: 0..<4, using: &self) {
    case 0: .v4(number(UInt32.self))
    case 1: .v4(0x0a16_0000 + UInt32.random(in: 0...9, using: &self))
    case 2: .v6(high: number(UInt64.self), low: number(UInt64.self))
    default: .v6(high: 0xfe80 << 48, low: UInt64.random(in: 0...3, using: &self))
    }
  }

  mutating func prefix() -> Prefix {
    let address = ip()
    let length = UInt8.random(in: 0...address.family.bitWidth, using: &self)
    return Prefix(address, length: length) ?? Prefix(host: address)
  }

  mutating func mac() -> MACAddress { MACAddress(rawValue: number(UInt64.self)) }

  mutating func interface(_ id: InterfaceID) -> Interface {
    Interface(
      id: id, name: text(), altNames: some(upTo: 2) { $0.text() }, alias: maybe { $0.text() },
      kind: maybe { $0.one(of: ["veth", "bridge", "vlan", "dummy"]) }, isLoopback: flip(),
      isUp: flip(), state: any(Interface.OperationalState.self), isPromiscuous: flip(),
      mtu: one(of: [1500, 9000, number(UInt32.self)]), mac: maybe { $0.mac() },
      permanentMAC: maybe { $0.mac() }, master: maybe { $0.interfaceID() }, peer: peer(),
      details: details(), port: maybe { $0.port() }, addresses: some(upTo: 3) { $0.address() },
      forwarding: some(upTo: 2) {
        ForwardingEntry(
          mac: $0.mac(), vlan: $0.maybe { $0.number(UInt16.self) },
          destination: $0.maybe { $0.ip() },
          isLearned: $0.flip(), isPermanent: $0.flip())
      }, counters: counters())
  }

  private mutating func peer() -> Interface.Peer {
    one(of: [
      .none, .end(interfaceID()), .lower(interfaceID()),
      .unresolved(nsid: maybe { $0.number(Int32.self) }, index: number(UInt32.self)),
    ])
  }

  private mutating func details() -> Interface.Details {
    let bridge = Bridge(
      hasSpanningTree: flip(), filtersVLANs: flip(), ageing: number(UInt32.self),
      groupAddress: maybe { $0.mac() }, groupForwardMask: number(UInt16.self))
    let vxlan = VXLAN(
      id: number(UInt32.self), local: maybe { $0.ip() }, remote: maybe { $0.ip() },
      port: number(UInt16.self), learns: flip())
    return one(of: [
      .none, .bridge(bridge), .vlan(id: number(UInt16.self), protocol: text()),
      .macvlan(mode: text()), .ipvlan(mode: text()), .vxlan(vxlan), .tun(mode: text()),
      .tunnel(local: maybe { $0.ip() }, remote: maybe { $0.ip() }),
    ])
  }

  private mutating func port() -> BridgePort {
    BridgePort(
      number: number(UInt16.self), state: any(BridgePort.State.self), isHairpin: flip(),
      isIsolated: flip(), learns: flip(),
      vlans: some(upTo: 2) {
        BridgePort.VLAN(
          first: $0.number(UInt16.self), last: $0.number(UInt16.self), isPrimary: $0.flip(),
          isUntagged: $0.flip())
      })
  }

  private mutating func address() -> Interface.Address {
    Interface.Address(
      prefix: prefix(), peer: maybe { $0.ip() }, scope: any(Interface.Address.Scope.self),
      flags: some(of: ["tentative", "dadfailed", "permanent"]))
  }

  private mutating func counters() -> Counters {
    Counters(
      receivedBytes: number(UInt64.self), receivedPackets: number(UInt64.self),
      receivedDropped: number(UInt64.self), receivedErrors: number(UInt64.self),
      sentBytes: number(UInt64.self), sentPackets: number(UInt64.self),
      sentDropped: number(UInt64.self), sentErrors: number(UInt64.self))
  }

  mutating func route() -> Route {
    Route(
      destination: one(of: [
        prefix(), TopologyKit.prefix("0.0.0.0/0"), TopologyKit.prefix("10.0.0.0/8"),
      ]),
      kind: any(Route.Kind.self), gateway: maybe { $0.ip() },
      interface: maybe { UInt32.random(in: 1...6, using: &$0) },
      nextHops: some(upTo: 2) {
        Route.NextHop(
          gateway: $0.maybe { $0.ip() }, interface: UInt32.random(in: 1...6, using: &$0),
          weight: $0.number(UInt16.self))
      }, source: maybe { $0.ip() }, table: one(of: [254, 255, number(UInt32.self)]),
      metric: number(UInt32.self), scope: any(Interface.Address.Scope.self),
      origin: one(of: ["kernel", "boot", "dhcp"]))
  }

  mutating func neighbour() -> Neighbour {
    Neighbour(
      address: ip(), interface: UInt32.random(in: 1...6, using: &self), mac: maybe { $0.mac() },
      state: text())
  }
}
