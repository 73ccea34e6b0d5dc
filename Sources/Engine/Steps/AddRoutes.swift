import Addressing
import Netlink

/// Routes of a container, out of its end.
struct RoutesSpec: StepKind {
  var routes: [NewRoute]
  var pod: PodEnd

  var title: String { "give routes to \(pod.name)" }
  var reason: String {
    "The container has to know where to send what is not for its own network."
  }
  var detail: String { "\(routes.map(\.words).listed) in \(pod.namespace)" }
  var request: String { "RTM_NEWROUTE" }
  var commands: [String] {
    routes.map { pod.inside("ip route add \($0.words) dev \(pod.word)") }
  }
  var checkCommands: [String] {
    routes.map(\.destination).families.map {
      pod.inside("ip \($0 == .v4 ? "-4" : "-6") route show table all dev \(pod.word)")
    }
  }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome {
    try node.addRoutes(routes, pod)
    return .changed
  }

  func check(on node: inout NodeExecutor) throws { try node.facts(of: pod).check(routes) }
}

extension NewRoute {
  /// As `ip route` takes it.
  var words: String {
    var words = [destination.description]
    if let gateway { words.append("via \(gateway)") }
    if let metric { words.append("metric \(metric)") }
    if let table { words.append("table \(table)") }
    if scope != 0 { words.append("scope \(scope)") }
    if let mtu { words.append("mtu \(mtu)") }
    if let segmentSize { words.append("advmss \(segmentSize)") }
    return words.joined(separator: " ")
  }
}
