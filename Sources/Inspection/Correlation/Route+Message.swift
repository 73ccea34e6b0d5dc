import Addressing
import Netlink
import Topology

extension Route {
  init(_ message: RouteMessage) {
    self.init(
      destination: message.destination, kind: Kind(message.type), gateway: message.gateway,
      interface: message.interface,
      nextHops: Self.nextHops(of: message), source: message.source, table: message.table,
      metric: message.metric,
      scope: Interface.Address.Scope(message.scope), origin: Self.origin(message.origin))
  }

  /// IPv6 keeps the hops of a route in no order: one and the same route is listed this way and that.
  private static func nextHops(of message: RouteMessage) -> [NextHop] {
    let hops = message.nextHops.map {
      NextHop(gateway: $0.gateway, interface: $0.interface, weight: $0.weight)
    }
    guard message.destination.address.family == .v6 else { return hops }
    return hops.sorted { one, other in
      guard one.interface == other.interface, let one = one.gateway, let other = other.gateway
      else {
        return one.interface < other.interface
      }
      return one < other
    }
  }

  /// `RTPROT_*` (include/uapi/linux/rtnetlink.h), in `ip`'s words.
  private static func origin(_ code: UInt8) -> String {
    switch code {
    case 0: "unspec"
    case 1: "redirect"
    case 2: "kernel"
    case 3: "boot"
    case 4: "static"
    case 9: "ra"
    case 11: "zebra"
    case 12: "bird"
    case 16: "dhcp"
    case 186: "bgp"
    case 188: "ospf"
    default: "\(code)"
    }
  }
}

extension Route.Kind {
  /// `RTN_*` (include/uapi/linux/rtnetlink.h).
  fileprivate init(_ code: UInt8) {
    switch code {
    case 1: self = .unicast
    case 2: self = .local
    case 3: self = .broadcast
    case 4: self = .anycast
    case 5: self = .multicast
    case 6: self = .blackhole
    case 7: self = .unreachable
    case 8: self = .prohibit
    case 9: self = .throw
    case 10: self = .nat
    default: self = .unknown
    }
  }
}

extension Neighbour {
  /// `nil` for the kernel's own entries, which `ip neighbour` does not list either.
  init?(_ message: NeighbourMessage) {
    guard let address = message.address, let state = Self.word(message.state) else { return nil }
    self.init(
      address: address, interface: message.interface, mac: message.mac, state: state)
  }

  /// `NUD_*` (include/uapi/linux/neighbour.h).
  private static func word(_ state: UInt16) -> String? {
    switch state {
    case 0x01: "INCOMPLETE"
    case 0x02: "REACHABLE"
    case 0x04: "STALE"
    case 0x08: "DELAY"
    case 0x10: "PROBE"
    case 0x20: "FAILED"
    case 0x80: "PERMANENT"
    default: nil
    }
  }
}

extension ForwardingEntry {
  init?(_ message: NeighbourMessage) {
    guard let mac = message.mac else { return nil }
    let isPermanent = message.state & 0x80 != 0  // NUD_PERMANENT
    let isStatic = message.state & 0x40 != 0  // NUD_NOARP
    self.init(
      mac: mac, vlan: message.vlan, destination: message.address,
      isLearned: !isPermanent && !isStatic, isPermanent: isPermanent)
  }
}
