import Quoting

/// That the host's end of a pair carries.
struct CarrierSpec: StepKind {
  var host: String

  var title: String { "wait until \(host) carries" }
  var reason: String { "Whoever is told that the container is ready may use it at once." }
  var detail: String { host }
  var alreadySo: String { "carries" }
  var request: String { "RTM_GETLINK" }
  var commands: [String] {
    ["until ip link show dev \(host.shellWord) | grep -q 'state UP'; do sleep 0.1; done"]
  }
  var checkCommands: [String] { ["ip -br link show dev \(host.shellWord)"] }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome { try node.waitForCarrier(host) }

  func check(on node: inout NodeExecutor) throws { try node.checkState(host) }
}
