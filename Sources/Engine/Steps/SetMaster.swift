import Quoting

/// What the host's end of a pair becomes.
public struct PortSpec: Hashable, Sendable {
  public var host: String
  public var bridge: String
  public var isHairpin: Bool
  public var isIsolated: Bool
  public var vlans: [VLAN]
  /// Whether it stays in the bridge's default VLAN where it gets others.
  public var keepsDefaultVLAN: Bool

  public struct VLAN: Hashable, Sendable {
    public var ids: ClosedRange<UInt16>
    /// Frames without a tag belong to it, and leave without one.
    public var isNative: Bool
  }
}

extension PortSpec: StepKind {
  var title: String { "plug \(host) into \(bridge)" }
  var reason: String {
    "The host's end becomes a port of the bridge, and so the container a part of it."
  }
  var detail: String { "\(host) in \(bridge)" }
  var request: String {
    vlans.isEmpty ? "RTM_NEWLINK master" : "RTM_NEWLINK master, RTM_SETLINK"
  }

  var commands: [String] {
    let host = host.shellWord
    var commands = ["ip link set dev \(host) master \(bridge.shellWord) up"]
    if isHairpin { commands.append("bridge link set dev \(host) hairpin on") }
    if isIsolated { commands.append("bridge link set dev \(host) isolated on") }
    if !vlans.isEmpty, !keepsDefaultVLAN {
      commands.append("bridge vlan del dev \(host) vid 1")
    }
    return commands + vlans.map { "bridge vlan add dev \(host) vid \($0.words)" }
  }

  var checkCommands: [String] {
    ["bridge -d link show dev \(host.shellWord)"]
      + (vlans.isEmpty ? [] : ["bridge vlan show dev \(host.shellWord)"])
  }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome {
    try node.setMaster(self)
    return .changed
  }

  func check(on node: inout NodeExecutor) throws { try node.checkPort(self) }
}

extension PortSpec.VLAN {
  fileprivate var words: String {
    let range =
      ids.count == 1 ? "\(ids.lowerBound)" : "\(ids.lowerBound)-\(ids.upperBound)"
    return range + (isNative ? " pvid untagged" : "")
  }
}
