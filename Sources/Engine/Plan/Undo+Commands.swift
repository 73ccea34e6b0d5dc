import Addressing
import CNI
import Quoting

extension Undo {
  /// What a person would type for the same, one command a line.
  public var commands: [String] {
    switch self {
    case .release(let reservation):
      reservation.addresses.map {
        "rm \("\(reservation.directory)/\($0.prefix.address)".shellWord)"
      }
    case .deleteLink(let name): ["ip link delete dev \(name.shellWord)"]
    case .deleteBridge(let sharing): ["ip link delete dev \(sharing.bridge.shellWord)"]
    case .takeDown(let name): ["ip link set dev \(name.shellWord) down"]
    case .endPromiscuity(let name): ["ip link set dev \(name.shellWord) promisc off"]
    case .deleteGatewayVeth(let end): ["ip link delete dev \(end.name.shellWord)"]
    case .deleteAddress(let prefix, let name, _):
      ["ip address delete \(prefix) dev \(name.shellWord)"]
    case .restoreAddress(let prefix, let name): ["ip address add \(prefix) dev \(name.shellWord)"]
    case .restoreSetting(let name, let value, _): [SysctlCommand.setting(name, to: value)]
    case .restorePodSetting(let name, let value, let end):
      [end.inside(SysctlCommand.setting(name, to: value))]
    case .removeMasquerade(let tag, let backend): Step.removeMasquerade(tag, backend).commands
    case .removeMACSpoofCheck(let tag): Step.removeMACSpoofCheck(tag).commands
    }
  }
}
