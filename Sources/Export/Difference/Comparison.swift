import Topology

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
  mutating func report(
    _ kind: Change.Kind, _ subject: Change.Subject, _ name: String, _ detail: String,
    in namespace: Namespace? = nil, count: Int = 1
  ) {
    let place = namespace.flatMap { $0.isHost ? nil : $0.label.text }
    changes.append(
      Change(
        at: new.takenAt, kind: kind, subject: subject, name: name, detail: detail, place: place,
        namespace: namespace?.id, count: count))
  }

  /// Adds a change of a namespace itself.
  mutating func report(
    _ kind: Change.Kind, _ namespace: Namespace, _ detail: String, count: Int = 1
  ) {
    changes.append(
      Change(
        at: new.takenAt, kind: kind, subject: .namespace, name: namespace.label.text,
        detail: detail, namespace: namespace.id, count: count))
  }

  /// The pod at the other end of a host's cable, else the interface's own namespace.
  func owner(of interface: Interface, in topology: Topology) -> Namespace? {
    if case .end(let other) = interface.peer, let pod = topology[other.namespace], !pod.isHost {
      return pod
    }
    return topology[interface.id.namespace]
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

/// `mtu 1500 → 9000`, or nothing where they are equal.
func change<Value: Equatable>(
  _ word: String, _ old: Value?, _ new: Value?, _ text: (Value) -> String = { "\($0)" }
) -> String? {
  guard old != new else { return nil }
  return "\(word) \(old.map(text) ?? "none") → \(new.map(text) ?? "none")"
}
