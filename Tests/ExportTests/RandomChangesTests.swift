import Dice
import Addressing
import Export
import Testing
import Topology
import TopologyKit

@Suite struct RandomChangesTests {
  @Test(arguments: UInt64(1)...60)
  func noChangedNamespaceIsMissed(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    let old = Topology.large(pods: 12)
    var new = old
    for _ in 0..<Int.random(in: 1...5, using: &dice) { new = edited(new, with: &dice) }
    let differing = Set(
      (old.otherNamespaces + new.otherNamespaces).map(\.id).filter { old[$0] != new[$0] })
    let named = Set(new.changes(since: old).compactMap(\.namespace))
    #expect(named.isSuperset(of: differing))
    #expect(named.subtracting(differing).subtracting([.host]).isEmpty)
    #expect(Set(old.changes(since: new).compactMap(\.namespace)) == named, "it works both ways")
  }

  /// Whatever two nodes are like, what changed between them can be told, each change in one line.
  @Test(arguments: UInt64(0)..<100)
  func everyChangeIsALine(_ seed: UInt64) {
    let (old, new) = (Topology.random(seed), Topology.random(seed + 1))
    #expect(new.changes(since: new) == [])
    for change in new.changes(since: old) {
      #expect(change.count > 0 && change.at == new.takenAt)
      let isOneLine = !change.line(offset: 0).contains(where: \.isNewline)
      #expect(isOneLine)
    }
  }

  private func edited(_ node: Topology, with dice: inout Dice) -> Topology {
    let id = NamespaceID.pod(Int.random(in: 1...12, using: &dice))
    let number = UInt32.random(in: 1...9, using: &dice)
    let edits: [(inout Namespace) -> Void] = [
      { $0.interfaces[1].mtu += number },
      { $0.interfaces[1].name += "\(number)" },
      { $0.interfaces[1].isUp.toggle() },
      { $0.interfaces[1].mac = MACAddress(rawValue: UInt64(number)) },
      { $0.interfaces[1].alias = "\(number)" },
      { $0.interfaces[1].peer = .unresolved(nsid: 1, index: number) },
      { $0.interfaces[1].addresses[0].flags.append("\(number)") },
      { $0.interfaces[1].addresses.append(.init(prefix: Prefix(host: .v4(number)))) },
      { $0.interfaces.removeLast() },
      { $0.routes.append(Route(destination: Prefix(host: .v4(number)), table: 100)) },
      { $0.routes.removeFirst() },
      { $0.routes[0].metric += number },
      { $0.label.text += "\(number)" },
      { $0.error = "\(number)" },
      { $0.paths.append("/run/netns/\(number)") },
      { $0.processes = [] },
      { $0.containers = [] },
    ]
    guard let edit = edits.randomElement(using: &dice), Bool.random(using: &dice),
      let pod = node[id], pod.interfaces.count == 2, !pod.routes.isEmpty
    else { return node.without(id) }
    return node.editing(id, edit)
  }
}
