import TUI
import Engine
import Topology

/// How far a person is with wiring something.
enum WireState: Sendable {
  /// Networks to attach to, attachments to take down.
  case start
  /// Which network a pod shall be attached to.
  case network(for: NamespaceID)
  /// Which of its attachments a pod shall lose.
  case attachment(of: NamespaceID)
  /// Which namespace shall be attached to a network.
  case place(network: String)
  /// What the new namespace shall be called.
  case name(network: String, LineEditor)
  case job(WireJob)
}

/// A row that can be chosen while something is wired.
enum WireChoice: Hashable, Sendable {
  case network(String)
  case attachment(Container.Attachment, NamespaceID)
  case namespace(NamespaceID)
  case newNamespace
  case entry(Int)
}

extension App {
  func wireRows() -> [Row] {
    let topology = shown.topology
    switch wire {
    case .start:
      return topology.wirableNetworks.map { Row(network: $0, in: topology) }
        + topology.pods.flatMap { Row.attachments(of: $0) }
    case .network: return topology.wirableNetworks.map { Row(network: $0, in: topology) }
    case .attachment(let id): return topology[id].map { Row.attachments(of: $0) } ?? []
    case .place(let network), .name(let network, _):
      let new = Row(wire: .newNamespace, ["a new namespace", "ip netns add", ""])
      return [new] + topology.pods.map { Row(place: $0, network: network) }
    case .job(let job):
      return job.entries.enumerated().map { index, entry in
        Row(
          wire: .entry(index),
          ["\(entry.sign) \(index + 1) \(entry.title)", entry.detail, entry.request],
          style: entry.style)
      }
    }
  }

  /// What the box around the rows says.
  var wireTitle: String {
    switch wire {
    case .start: "Wire"
    case .network(let id): "Attach \(shown.topology[id]?.label.text ?? "") to which network?"
    case .attachment(let id): "Take down which of \(shown.topology[id]?.label.text ?? "")?"
    case .place(let network): "Attach which namespace to \(network)?"
    case .name(let network, _): "Attach a new namespace to \(network)"
    case .job(let job): job.order.title
    }
  }

  var job: WireJob? { if case .job(let job) = wire { job } else { nil } }
}

extension Topology {
  /// Networks of the configuration that could be read, each once, in reading order.
  var wirableNetworks: [ConfigurationFile] {
    var names: Set<String> = []
    return cni.configurations.filter { file in
      guard file.error == nil, let network = file.network else { return false }
      return names.insert(network).inserted
    }
  }
}

extension Row {
  fileprivate init(wire choice: WireChoice, _ cells: [String], style: Style = .plain) {
    self.init(
      id: .wire(choice), cells: cells, style: style,
      facets: Facets(pod: cells.joined(separator: " ").lowercased()))
  }

  fileprivate init(network file: ConfigurationFile, in topology: Topology) {
    let name = file.network ?? ""
    let leases = topology.networks.first { $0.name == name }
    let room = leases.map { "\($0.occupancy) addresses taken" } ?? ""
    self.init(
      wire: .network(name), ["ADD to \(name)", file.plugins.joined(separator: " → "), room])
  }

  fileprivate static func attachments(of pod: Namespace) -> [Row] {
    pod.containers.flatMap(\.attachments).map { attachment in
      Row(
        wire: .attachment(attachment, pod.id),
        ["DEL \(attachment.network)", pod.label.text, attachment.interface])
    }
  }

  fileprivate init(place pod: Namespace, network: String) {
    let networks = pod.containers.flatMap(\.attachments).map(\.network)
    let note = networks.contains(network) ? "on it already" : networks.joined(separator: ", ")
    self.init(wire: .namespace(pod.id), [pod.label.text, pod.paths.first ?? "\(pod.id)", note])
    namespace = pod.id
  }
}
