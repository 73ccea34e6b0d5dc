import Addressing
import CNI
import Engine

/// The configuration that is in every tutorial, and what becomes of it.
enum Classic {
  static let text = """
    {"cniVersion":"0.2.0","name":"mynet","type":"bridge","bridge":"cni0","isGateway":true,
    "ipMasq":true,"ipam":{"type":"host-local","subnet":"10.22.0.0/16",
    "routes":[{"dst":"0.0.0.0/0"}]}}
    """
  static let attachment = Attachment(
    network: "mynet", key: AttachmentKey(containerID: "one", interfaceName: "eth0"),
    namespacePath: "/run/netns/one")
  static let end = PodEnd(namespacePath: "/run/netns/one", name: "eth0")

  static func plan(_ change: (inout BridgeConfig) -> Void = { _ in }) throws -> Plan {
    let input = try PluginInput(Array(text.utf8))
    var config = try input.bridge(PluginArguments())
    change(&config)
    let local = try input.hostLocal(PluginArguments())
    let reservation = Reservation(
      dataDir: local.dataDir, network: local.network, key: attachment.key,
      addresses: try Allocator(local.sets).allocate())
    let assignment = Assignment(reservation, routes: local.routes).completed(by: config)
    return .add(attachment, at: end, config, assignment, host: "veth1")
  }
}

/// Writes down what it is told, and may be told to fail.
struct Scribe: Executor {
  var lines: [String] = []
  var failing: (Step) -> Bool = { _ in false }
  var stuck: [Undo] = []

  mutating func perform(
    _ step: Step, _ journal: inout [Undo]
  ) throws(StepFailure) -> StepReport.Outcome {
    lines.append(step.title)
    if case .createVeth(let spec) = step { journal.append(.deleteLink(spec.host)) }
    if case .reserve(let reservation) = step { journal.append(.release(reservation)) }
    if failing(step) { throw .kernel("it does not want to") }
    return journal.isEmpty ? .alreadySo : .changed
  }

  mutating func undo(_ undo: Undo) throws(StepFailure) {
    lines.append("undo: \(undo)")
    if stuck.contains(undo) { throw .kernel("it is stuck") }
  }
}
