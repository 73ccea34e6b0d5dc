import Addressing
import Quoting
import Topology

extension Report {
  /// Each network in a line, and its addresses that are not free below.
  var ipam: [String] {
    var lines: [String] = []
    for network in topology.networks {
      if !lines.isEmpty { lines.append("") }
      lines.append(summary(of: network))
      var table = TextTable(["ADDRESS", "STATE", "HOLDER", "SINCE (UTC)", "EVIDENCE"])
      for allocation in network.allocations {
        table.add([
          "\(allocation.address)", allocation.state.rawValue,
          allocation.holder ?? allocation.lease.map { String($0.containerID.prefix(12)) } ?? "",
          allocation.lease.map { String($0.since.rfc3339.prefix(19)) } ?? "", allocation.evidence,
        ])
      }
      if !table.isEmpty { lines += table.lines.map { "  " + $0 } }
      lines += network.foreignFiles.map { "  " + $0.description.onOneLine }
    }
    return lines
  }

  /// `mynet  10.22.0.0/16, fd00:22::/64  3 used, 1 leaked`
  private func summary(of network: Network) -> String {
    let ranges = network.ranges.map { "\($0.subnet)" }.joined(separator: ", ")
    let states = Allocation.State.allCases.compactMap { state in
      let count = network.allocations.count { $0.state == state }
      return count == 0 ? nil : "\(count) \(state.rawValue)"
    }
    return [
      network.name, ranges.isEmpty ? "ranges unknown" : ranges, states.joined(separator: ", "),
    ]
    .filter { !$0.isEmpty }.joined(separator: "  ").onOneLine
  }
}
