import Addressing
import CNI
import Netlink
import Quoting

extension Step {
  /// What a person would type to see whether it was done, one command a line.
  public var checkCommands: [String] {
    switch self {
    case .reserve(let reservation):
      reservation.addresses.map {
        "cat \("\(reservation.directory)/\($0.prefix.address)".shellWord)"
      }
    case .createBridge(let spec): ["ip -d link show dev \(spec.name.shellWord)"]
    case .createVeth(let spec):
      [
        "ip -d link show dev \(spec.host.shellWord)",
        spec.pod.inside("ip link show dev \(spec.pod.word)"),
      ]
    case .setMaster(let spec): spec.checkCommands
    case .addMACSpoofCheck, .removeMACSpoofCheck: ["nft list table bridge nat"]
    case .configure(let spec): [spec.pod.inside("ip address show dev \(spec.pod.word)")]
    case .addRoutes(let routes, let end):
      routes.map(\.destination).families.map {
        end.inside("ip \($0.option) route show table all dev \(end.word)")
      }
    case .createGatewayVeth(let spec):
      ["ip -d link show dev \(spec.name.shellWord)"] + spec.port.checkCommands
    case .addGateways(let spec): ["ip address show dev \(spec.interface.shellWord)"]
    case .forward(let family, _): ["sysctl \(family.forwarding)"]
    case .masquerade(let spec): spec.checkCommands
    case .waitForCarrier(let host): ["ip -br link show dev \(host.shellWord)"]
    case .deleteVeth(let pair): [pair.command("show")]
    case .removeMasquerade(let tag, .nftables): [Masquerade.listing(tag)]
    case .removeMasquerade(let tag, .iptables): IPTables.listing(tag)
    case .release(let reservation):
      ["grep -lF \(reservation.key.containerID.shellWord) \(reservation.directory.shellWord)/*"]
    }
  }
}

extension PortSpec {
  fileprivate var checkCommands: [String] {
    ["bridge -d link show dev \(host.shellWord)"]
      + (vlans.isEmpty ? [] : ["bridge vlan show dev \(host.shellWord)"])
  }
}

extension MasqueradeSpec {
  fileprivate var checkCommands: [String] {
    switch backend {
    case .nftables: [Masquerade.listing(tag)]
    case .iptables:
      addresses.families.map {
        "\($0 == .v4 ? "iptables" : "ip6tables") -t nat -S \(tag.chain.shellWord)"
      }
    }
  }
}

extension Masquerade {
  fileprivate static func listing(_ tag: RuleTag) -> String {
    "nft list chain inet \(table.name) \(checks.name) | grep -F \(tag.prefix)"
  }
}

extension IPAddress.Family {
  fileprivate var option: String { self == .v4 ? "-4" : "-6" }
}
