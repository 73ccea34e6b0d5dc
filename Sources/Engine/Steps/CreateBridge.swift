import Quoting

public struct BridgeSpec: Hashable, Sendable {
  public var name: String
  /// In bytes; `nil` lets the kernel choose. An existing bridge keeps its own.
  public var mtu: UInt32?
  public var filtersVLANs: Bool
  public var isPromiscuous: Bool
}

extension BridgeSpec: StepKind {
  var title: String { "make the bridge \(name)" }
  var reason: String { "A bridge is the switch that the network's containers are plugged into." }
  var detail: String { name }
  var request: String { "RTM_NEWLINK bridge" }

  var commands: [String] {
    let size = mtu.map { " mtu \($0)" } ?? ""
    let kind = filtersVLANs ? " vlan_filtering 1" : ""
    let word = name.shellWord
    return [
      "ip link add name \(word)\(size) type bridge\(kind)",
      SysctlCommand.setting("net/ipv6/conf/\(name)/accept_ra", to: "0"),
      "ip link set dev \(word) up" + (isPromiscuous ? " promisc on" : ""),
    ]
  }

  var checkCommands: [String] { ["ip -d link show dev \(name.shellWord)"] }
  var undos: [Undo] { [.deleteBridge(Sharing(bridge: name, ports: []))] }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome { try node.createBridge(self, &journal) }

  func check(on node: inout NodeExecutor) throws { try node.checkBridge(self) }
}
