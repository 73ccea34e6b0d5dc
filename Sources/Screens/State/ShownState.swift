import Topology

extension App {
  /// The node as it was at one moment, with what is computed of it once and not at each key.
  struct ShownState: Sendable {
    var topology: Topology {
      didSet { rules = rules.renewed(from: oldValue, to: topology) }
    }
    private(set) var rules: RuleIndex
    var traffic: Traffic
    var at: Timestamp
    var marks = Marks()

    init(_ topology: Topology, _ traffic: Traffic) {
      self.topology = topology
      self.traffic = traffic
      rules = RuleIndex(topology)
      at = topology.takenAt
    }
  }
}
