import Addressing
import FirewallKit
import Glibc
import Kernel
import Rules

/// A router with three networks, each with eight hosts that only seem to be there: packets come in as if
/// from them, and what is sent to them leaves.
struct LabNetwork: RouteLookup {
  static let farMAC = MACAddress(rawValue: 0x02_0000_0000_99)
  static let names = ["v0", "v1", "w0"]
  private var indexes: [String: UInt32] = [:]

  /// Of the calling thread's namespace.
  init(_ lab: FirewallLab) {
    let complaint = lab.shell(Self.script)
    precondition(complaint.isEmpty, complaint)
    for name in Self.names { indexes[name] = unsafe if_nametoindex(name) }
  }

  private static var script: String {
    var lines = [
      "ip link set lo up", "sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1",
      "sysctl -qw net.ipv4.conf.all.send_redirects=0 net.ipv4.conf.default.send_redirects=0",
      "sysctl -qw net.ipv4.conf.all.rp_filter=0 net.ipv6.conf.default.accept_dad=0",
    ]
    for (place, name) in names.enumerated() {
      let mac = "02:00:00:00:01:0\(place)"
      lines += [
        "ip link add \(name) address \(mac) type veth peer name far\(place)",
        "ip link set \(name) addrgenmode none group \(place + 3)",
        // What is at the other end says nothing of its own.
        "sysctl -qw net.ipv6.conf.far\(place).disable_ipv6=1",
        "ip link set far\(place) addrgenmode none arp off up", "ip link set \(name) up",
        "sysctl -qw net.ipv4.conf.\(name).rp_filter=0",
        "ip addr add 10.\(place + 1).0.1/24 dev \(name)",
        "ip addr add fd00:\(place + 1)::1/64 dev \(name) nodad",
      ]
      for host in 2...9 {
        lines += [
          "ip neigh add 10.\(place + 1).0.\(host) lladdr \(farMAC) dev \(name) nud permanent",
          "ip neigh add fd00:\(place + 1)::\(host) lladdr \(farMAC) dev \(name) nud permanent",
        ]
      }
    }
    return lines.joined(separator: "\n")
  }

  func interface(_ name: String) -> PacketInterface {
    let place = UInt32(Self.names.firstIndex(of: name) ?? 0)
    return PacketInterface(
      name: name, index: indexes[name], group: place + 3, type: 1, kind: "veth")
  }

  var loopback: PacketInterface {
    PacketInterface(name: "lo", index: 1, group: 0, type: 772, kind: "")
  }

  func mac(of name: String) -> MACAddress {
    MACAddress(rawValue: 0x02_0000_0001_00 + UInt64(Self.names.firstIndex(of: name) ?? 0))
  }

  /// The address of a host in the network of an interface; 1 is the router.
  static func host(_ number: Int, at place: Int, _ family: IPAddress.Family) -> IPAddress {
    family == .v4
      ? .v4(0x0a00_0000 + UInt32(place + 1) << 16 + UInt32(number))
      : .v6(high: 0xfd00_0000_0000_0000 + UInt64(place + 1) << 32, low: UInt64(number))
  }

  /// Whether it is a host's, not the router's.
  static func isFar(_ address: IPAddress) -> Bool { address.number & 0xff > 1 }

  func route(of packet: Packet) -> PacketRoute {
    guard let destination = packet.destination else { return .unknown("destination") }
    if destination.isLoopback { return .local }
    guard let place = network(destination) else { return .none("no route") }
    if destination == Self.host(1, at: place, packet.family) { return .local }
    return .out(interface(Self.names[place]))
  }

  private func network(_ address: IPAddress) -> Int? {
    Self.names.indices.first { place in
      Prefix(Self.host(0, at: place, address.family), length: address.family == .v4 ? 24 : 64)?
        .contains(address) == true
    }
  }

  func type(of address: IPAddress, on interface: String?) -> UInt8? {
    guard let place = network(address) else { return nil }
    if let interface, interface != Self.names[place] { return nil }
    return address == Self.host(1, at: place, address.family) ? 2 : 1  // RTN_LOCAL, RTN_UNICAST
  }

  func address(
    of interface: PacketInterface, _ family: IPAddress.Family, to destination: IPAddress?
  ) -> IPAddress? {
    Self.names.firstIndex { $0 == interface.name }.map { Self.host(1, at: $0, family) }
  }
}
