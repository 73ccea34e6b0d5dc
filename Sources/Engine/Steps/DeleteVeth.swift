public import CNI
import Quoting

/// A pair to be deleted: by the container's end, or by the host's where nothing leads to that.
public struct VethRemoval: Hashable, Sendable {
  /// `nil` where the runtime names no namespace any more.
  public var pod: PodEnd?
  /// By which the host's end was named.
  public var tag: RuleTag

  public init(pod: PodEnd?, tag: RuleTag) {
    self.pod = pod
    self.tag = tag
  }

  /// The name of the container's end.
  public var name: String { tag.key.interfaceName }
}

extension VethRemoval: StepKind {
  var title: String { "delete \(name) and its other end" }
  var reason: String { "With one end the other goes too, its port, its addresses and its routes." }
  var detail: String { pod?.place ?? tag.hostInterface(attempt: 0) }
  var alreadySo: String { "was gone" }
  var request: String { "RTM_DELLINK" }
  var commands: [String] { [command("delete")] }
  var checkCommands: [String] { [command("show")] }

  /// By the end that is known.
  private func command(_ verb: String) -> String {
    guard let pod else {
      return "ip link \(verb) dev \(tag.hostInterface(attempt: 0).shellWord)"
    }
    return pod.inside("ip link \(verb) dev \(pod.word)")
  }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome { try node.deleteVeth(self) }

  func check(on node: inout NodeExecutor) throws { try node.checkGone(self) }
}
