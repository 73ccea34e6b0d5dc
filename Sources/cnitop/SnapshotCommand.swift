import ArgumentParser
import Inspection
import Topology

struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Print the whole node once.")

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let snapshot = try Inspector().snapshot()
    let middle = clock.now
    let topology = Topology(snapshot)
    print("read \(middle - start), correlated \(clock.now - middle)")
    print(
      topology.namespaces.count, topology.namespaces.map(\.interfaces.count).reduce(0, +),
      topology.namespaces.map(\.routes.count).reduce(0, +))
    for n in topology.networks { print(n.name, n.holdings.count, n.holdings.prefix(3)) }
    for n in topology.namespaces.prefix(4) {
      print(n.label, n.paths, n.number as Any, n.interfaces.suffix(2))
    }
    print(topology.gaps.prefix(5))
  }
}
