public import Addressing
import Quoting

public struct VethSpec: Hashable, Sendable {
  /// The name of the host's end.
  public var host: String
  public var pod: PodEnd
  public var mtu: UInt32?
  /// Of the container's end; `nil` lets the kernel choose.
  public var mac: MACAddress?
}

extension VethSpec: StepKind {
  var title: String { "make the pair \(host) and \(pod.name)" }
  var reason: String {
    "What enters one end of a veth pair comes out of the other, in the container."
  }
  var detail: String { "\(host) and \(pod.place)" }
  var request: String { "RTM_NEWLINK veth" }

  var commands: [String] {
    let size = mtu.map { " mtu \($0)" } ?? ""
    let address = mac.map { " address \($0)" } ?? ""
    return [
      "ip link add name \(host.shellWord)\(size) type veth"
        + " peer name \(pod.word)\(size)\(address) netns \(pod.namespacePath.shellWord)"
    ]
  }

  var checkCommands: [String] {
    [
      "ip -d link show dev \(host.shellWord)",
      pod.inside("ip link show dev \(pod.word)"),
    ]
  }
  var undos: [Undo] { [.deleteLink(host)] }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome {
    try node.createVeth(self, &journal)
    return .changed
  }

  func check(on node: inout NodeExecutor) throws { try node.checkVeth(self) }
}
