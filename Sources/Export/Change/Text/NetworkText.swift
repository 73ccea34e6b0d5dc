import Addressing
import Topology

extension Difference<Network> {
  var text: String {
    switch self {
    case .added(let network), .removed(let network): network.summary
    case .changed(let before, let after): after.text(since: before)
    }
  }
}

extension Network {
  fileprivate var summary: String {
    "network of "
      + (ranges.isEmpty ? directory : ranges.map(\.subnet.description).joined(separator: ", "))
  }

  fileprivate func text(since before: Network) -> String {
    [
      before.name == name ? nil : "was \(before.name)",
      change("from", before.sources, sources) { $0.joined(separator: ", ") },
      change("bridge", before.bridge, bridge),
      change("masquerade", before.masquerades, masquerades),
      change("ranges", before.rangeSets, rangeSets) { sets in
        sets.map { set in
          set.map { "\($0.addresses) of \($0.subnet)" + ($0.gateway.map { " by \($0)" } ?? "") }
            .joined(separator: " or ")
        }.joined(separator: ", ")
      },
    ].compactMap { $0 }.joined(separator: ", ")
  }
}

extension Difference<Allocation> {
  func text(of network: String) -> String {
    switch self {
    case .added(let allocation): "of \(network), \(allocation.text)"
    case .removed: "of \(network)"
    case .changed(let before, let after): "of \(network): \(after.text(since: before))"
    }
  }
}

extension Allocation {
  /// `used by default/web-7d9`
  fileprivate var text: String {
    let container = lease.map { "container \($0.containerID.prefix(12))" }
    return state.rawValue + ((holder ?? container).map { " by \($0)" } ?? "")
  }

  fileprivate func text(since before: Allocation) -> String {
    [
      before.state == state ? nil : "\(before.state.rawValue) → \(state.rawValue)",
      before.lease == lease && before.holder == holder ? nil : "now \(text)",
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
