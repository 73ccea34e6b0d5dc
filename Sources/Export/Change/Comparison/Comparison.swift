public import Topology

extension Topology {
  /// What a person would say changed since `old`, at the time of this topology.
  ///
  /// A namespace that came or went is one change, which stands for its cable, its lease and its rules too.
  /// Counters, neighbours, forwarding entries, the processes of a namespace that has others, and the
  /// evidence behind a lease's state make none.
  public func changes(since old: Topology) -> [Change] {
    var comparison = Comparison(old: old, new: self)
    comparison.compareNode()
    comparison.compareNamespaces()
    comparison.compareNetworks()
    comparison.compareFirewalls()
    comparison.compareSetups()
    comparison.compareGaps(old.gaps, gaps)
    return comparison.changes
  }
}

/// Two topologies, and the changes between them found so far.
struct Comparison {
  let old: Topology
  let new: Topology
  /// Namespaces that only the new topology has. What else came with them needs no line.
  let arrived: Set<NamespaceID>
  /// Namespaces that only the old topology has.
  let gone: Set<NamespaceID>
  private(set) var changes: [Change] = []

  init(old: Topology, new: Topology) {
    self.old = old
    self.new = new
    arrived = Set(new.namespaces.lazy.map(\.id).filter { old[$0] == nil })
    gone = Set(old.namespaces.lazy.map(\.id).filter { new[$0] == nil })
  }

  /// Adds a change of something in `namespace`, which is named with it unless it is the host.
  mutating func report(_ event: Change.Event, in namespace: Namespace? = nil, count: Int = 1) {
    let place = namespace.flatMap { $0.isHost ? nil : $0.label.text }
    changes.append(
      Change(at: new.takenAt, event, place: place, namespace: namespace?.id, count: count))
  }

  /// Adds a change of a namespace itself.
  mutating func report(_ event: Change.Event, of namespace: Namespace, count: Int = 1) {
    changes.append(Change(at: new.takenAt, event, namespace: namespace.id, count: count))
  }
}

extension Array where Element: Hashable {
  /// The elements that `other` has not, as often as it has them less often.
  func missing(from other: [Element]) -> [Element] {
    var counts: [Element: Int] = [:]
    for element in other { counts[element, default: 0] += 1 }
    return filter { element in
      guard let count = counts[element], count > 0 else { return true }
      counts[element] = count - 1
      return false
    }
  }
}

extension Sequence {
  /// Each by its key; of several with one key the first.
  func keyed<Key: Hashable>(by key: (Element) -> Key) -> [Key: Element] {
    Dictionary(map { (key($0), $0) }) { first, _ in first }
  }
}
