import Topology

extension App {
  var job: WireJob? { if case .job(let job) = wire { job } else { nil } }

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

  var wireChoices: [WireChoiceItem] {
    let topology = shown.topology
    switch wire {
    case .start:
      return topology.wirableNetworks.map { .init(network: $0, in: topology) }
        + topology.otherNamespaces.flatMap(WireChoiceItem.attachments)
    case .network: return topology.wirableNetworks.map { .init(network: $0, in: topology) }
    case .attachment(let id): return topology[id].map(WireChoiceItem.attachments) ?? []
    case .place(let network), .name(let network, _):
      let new = WireChoiceItem(.newNamespace, "a new namespace", about: "ip netns add", note: "")
      return [new] + topology.otherNamespaces.map { .init(place: $0, network: network) }
    case .job: return []
    }
  }

  var wireSteps: [WireStepItem] {
    job?.entries.enumerated().map { WireStepItem(index: $0, entry: $1) } ?? []
  }
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

extension WireChoiceItem {
  fileprivate init(network file: ConfigurationFile, in topology: Topology) {
    let name = file.network ?? ""
    let leases = topology.networks.first { $0.name == name }
    self.init(
      .network(name), "ADD to \(name)", about: file.plugins.joined(separator: " → "),
      note: leases.map { "\($0.occupancy) addresses taken" } ?? "")
  }

  fileprivate static func attachments(of pod: Namespace) -> [WireChoiceItem] {
    pod.containers.flatMap(\.attachments).map { attachment in
      WireChoiceItem(
        .attachment(attachment, pod.id), "DEL \(attachment.network)", about: pod.label.text,
        note: attachment.interface)
    }
  }

  fileprivate init(place pod: Namespace, network: String) {
    let networks = pod.containers.flatMap(\.attachments).map(\.network)
    let note = networks.contains(network) ? "on it already" : networks.joined(separator: ", ")
    self.init(
      .namespace(pod.id), pod.label.text, about: pod.paths.first ?? "\(pod.id)", note: note)
    outline.namespace = pod.id
  }
}
