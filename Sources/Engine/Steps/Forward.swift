import Addressing

/// That the node passes on packets of one family.
struct ForwardingSpec: StepKind {
  var family: IPAddress.Family
  var sharing: Sharing

  private var name: String { family == .v4 ? "IPv4" : "IPv6" }

  var title: String { "forward \(name)" }
  var reason: String {
    "The host passes on packets that are not its own only if it is told to."
  }
  var detail: String { name }
  var alreadySo: String { "was on" }
  var request: String { "/proc/sys/\(family.forwarding)" }
  var commands: [String] { [SysctlCommand.setting(family.forwarding, to: "1")] }
  var checkCommands: [String] { ["sysctl \(family.forwarding)"] }
  var undos: [Undo] { [.restoreSetting(family.forwarding, value: "0", sharing)] }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome { try node.forward(family, sharing, &journal) }

  func check(on node: inout NodeExecutor) throws { try node.checkForwarding(family) }
}

extension IPAddress.Family {
  /// The setting that makes a node a router.
  var forwarding: String {
    switch self {
    case .v4: "net/ipv4/ip_forward"
    case .v6: "net/ipv6/conf/all/forwarding"
    }
  }
}
