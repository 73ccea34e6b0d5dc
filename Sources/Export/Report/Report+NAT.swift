import Quoting
import Topology

extension Report {
  /// The rules that translate addresses; how many others there are is said in one line.
  var nat: [String] {
    var table = TextTable([
      "WHAT", "FROM", "TO", "OWNER", "POD", .number("PACKETS"), .number("BYTES"), "CHAIN",
    ])
    var others = 0
    let dormant = topology.firewall.dormantTables
    for chain in topology.firewall.tables.flatMap(\.chains) {
      for rule in chain.rules {
        guard rule.action.translates else {
          others += 1
          continue
        }
        add(rule, isDormant: dormant.contains(chain.id.table), to: &table)
      }
    }
    for missing in topology.missingMasquerades {
      table.add([
        "missing", "\(missing.address)", "✗ no rule for it", "cni",
        topology[missing.namespace]?.label.text ?? "", "", "", "config of \(missing.network)",
      ])
    }
    let rest = others == 0 ? [] : [others == 1 ? "and 1 other rule" : "and \(others) other rules"]
    return (table.isEmpty ? [] : table.lines) + rest
  }

  private func add(_ rule: Rule, isDormant: Bool, to table: inout TextTable) {
    let to = [rule.match.destination, rule.match.service, rule.action.target.map { "→ \($0)" }]
    table.add([
      rule.action.name, rule.match.source ?? "any",
      to.compactMap { $0 }.joined(separator: " "), rule.owner.rawValue,
      rule.isLeaked ? "gone" : rule.pod ?? "", rule.counter.map { "\($0.packets)" } ?? "",
      rule.counter.map { "\($0.bytes)" } ?? "", rule.id.chain.text + (isDormant ? ", dormant" : ""),
    ])
  }
}
