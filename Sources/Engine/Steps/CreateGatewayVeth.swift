import Quoting

/// The pair that ties the host to one VLAN of a bridge, so that it can be the gateway there.
public struct GatewayVeth: Hashable, Sendable {
  /// The host's own end, such as `cni0.100`.
  public var name: String
  public var mtu: UInt32?
  /// What the other end becomes.
  public var port: PortSpec
  public var vlan: UInt16
  public var sharing: Sharing

  public var bridge: String { port.bridge }
}

extension GatewayVeth: StepKind {
  var title: String { "tie \(name) to VLAN \(vlan) of \(bridge)" }
  var reason: String { "The host is in a VLAN only with an end of its own in it." }
  var detail: String { "\(name) in VLAN \(vlan) of \(bridge)" }
  var request: String { "RTM_NEWLINK veth, RTM_SETLINK" }

  var commands: [String] {
    let size = mtu.map { " mtu \($0)" } ?? ""
    let pair = "\(name.shellWord)\(size) type veth peer name \(port.host.shellWord)\(size)"
    return ["ip link add name \(pair)"] + port.commands + ["ip link set dev \(name.shellWord) up"]
  }

  var checkCommands: [String] {
    ["ip -d link show dev \(name.shellWord)"] + port.checkCommands
  }
  var undos: [Undo] { [.deleteGatewayVeth(self)] }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome { try node.createGatewayVeth(self, &journal) }

  func check(on node: inout NodeExecutor) throws { try node.checkGatewayVeth(self) }
}
