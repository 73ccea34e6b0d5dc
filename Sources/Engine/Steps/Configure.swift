public import Addressing
import Quoting

/// What the container's end becomes.
public struct PodEndSpec: Hashable, Sendable {
  public var pod: PodEnd
  /// With the length of their networks.
  public var addresses: [Prefix]
  /// Whether IPv6 addresses are used only after the network was asked for others with them.
  public var detectsDuplicates: Bool

  var hasIPv6: Bool { addresses.contains { $0.address.family == .v6 } }
}

extension PodEndSpec: StepKind {
  var title: String {
    addresses.isEmpty
      ? "bring \(pod.name) up" : "give \(pod.name) its addresses and bring it up"
  }
  var reason: String { "The container can be reached once its end has an address and is up." }
  var detail: String {
    addresses.isEmpty ? pod.place : "\(addresses.map(\.description).listed) on \(pod.place)"
  }
  var request: String { addresses.isEmpty ? "IFF_UP" : "RTM_NEWADDR, IFF_UP" }

  var commands: [String] {
    var commands: [String] = []
    if hasIPv6 {
      let settings = "net/ipv6/conf/\(pod.name)"
      commands = [
        SysctlCommand.setting("net/ipv6/conf/lo/disable_ipv6", to: "0"),
        SysctlCommand.setting("\(settings)/disable_ipv6", to: "0"),
        SysctlCommand.setting("\(settings)/keep_addr_on_down", to: "1"),
        SysctlCommand.setting("\(settings)/accept_dad", to: detectsDuplicates ? "1" : "0"),
      ]
    }
    if !addresses.isEmpty {
      commands.append(SysctlCommand.setting("net/ipv4/conf/\(pod.name)/arp_notify", to: "1"))
    }
    commands += addresses.map { "ip address add \($0) dev \(pod.word)" }
    return (commands + ["ip link set dev \(pod.word) up"]).map(pod.inside)
  }

  var checkCommands: [String] { [pod.inside("ip address show dev \(pod.word)")] }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome {
    try node.configure(self, &journal)
    return .changed
  }

  func check(on node: inout NodeExecutor) throws { try node.facts(of: pod).check(addresses) }
}
