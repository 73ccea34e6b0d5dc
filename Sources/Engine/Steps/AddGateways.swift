public import Addressing
import Quoting

public struct GatewaySpec: Hashable, Sendable {
  /// The bridge, or the host's end in a VLAN of it.
  public var interface: String
  public var sharing: Sharing
  public var addresses: [Prefix]
  /// Whether addresses that are in the way are removed.
  public var replacesOthers: Bool
}

extension GatewaySpec: StepKind {
  var title: String { "make \(interface) the gateway" }
  var reason: String {
    "What leaves the network goes through the host, at an address inside it."
  }
  var detail: String { "\(addresses.map(\.description).listed) on \(interface)" }
  var request: String { "RTM_NEWADDR" }
  var commands: [String] {
    addresses.map { "ip address add \($0) dev \(interface.shellWord)" }
  }
  var checkCommands: [String] { ["ip address show dev \(interface.shellWord)"] }
  var undos: [Undo] { addresses.map { .deleteAddress($0, from: interface, sharing) } }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome { try node.addGateways(self, &journal) }

  func check(on node: inout NodeExecutor) throws { try node.checkGateways(self) }
}
