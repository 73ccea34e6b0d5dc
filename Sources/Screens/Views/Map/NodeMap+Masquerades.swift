import Topology

extension Topology {
  /// Masquerade rules by what they hide: those of pods by their network, others by their source.
  func masquerades(_ rules: [Rule]) -> [NodeMap.Masquerade] {
    var found: [String: NodeMap.Masquerade] = [:]
    var order: [String] = []
    for rule in rules {
      let source = source(of: rule)
      let target = rule.match.outInterface.map { "by \($0)" } ?? "outside"
      let key = "\(source) \(target)"
      if found[key] == nil { order.append(key) }
      var all = found[key] ?? .init(source: source, target: target, rules: [])
      all.rules.append(rule.id)
      if let counter = rule.counter { all.packets = (all.packets ?? 0) &+ counter.packets }
      found[key] = all
    }
    return order.compactMap { found[$0] }
  }

  /// The ranges of the rule's network, or what it says itself.
  private func source(of rule: Rule) -> String {
    guard let network = networks.first(where: { $0.name == rule.attachment?.network }),
      !network.ranges.isEmpty
    else { return rule.match.source ?? "marked packets" }
    return network.ranges.map { "\($0.subnet)" }.joined(separator: ", ")
  }
}
