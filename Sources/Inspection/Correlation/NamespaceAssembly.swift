import Netlink
import Topology

/// The namespaces of a node, put together; those of an earlier look serve again where nothing of what
/// they are made of has changed.
struct NamespaceAssembly {
  /// The host first, then by label, in natural order.
  private(set) var namespaces: [Namespace] = []
  /// Every address and every container is where it was.
  private(set) var isSettled = true

  private let table: NamespaceTable
  private let finder: ContainerFinder
  private let peers: PeerFinder

  init(
    _ table: NamespaceTable, _ finder: ContainerFinder, after before: NamespaceTable?,
    _ earlier: Topology?
  ) {
    self.table = table
    self.finder = finder
    peers = PeerFinder(table)
    let known = earlier?.namespaces ?? []
    var isInOrder = true
    for namespace in known {
      guard let facts = table[namespace.id] else {
        isSettled = false
        continue
      }
      let containers = finder.containers(of: facts)
      if facts == before?[namespace.id], containers == namespace.containers,
        hasPeers(namespace, of: facts)
      {
        namespaces.append(namespace)
      } else {
        let renewed = assembled(facts, containers).sharing(with: namespace)
        isInOrder = isInOrder && renewed.label == namespace.label
        isSettled = isSettled && renewed.houses(like: namespace)
        namespaces.append(renewed)
      }
    }
    let added = table.facts.values.filter { earlier?[$0.id] == nil }
    namespaces += added.map { assembled($0, finder.containers(of: $0)) }
    if !added.isEmpty || !isInOrder {
      isSettled = isSettled && added.isEmpty
      namespaces.sort { $0.precedes($1) }
    }
  }

  private func assembled(_ facts: NamespaceFacts, _ containers: [Container]) -> Namespace {
    Namespace(facts, isHome: facts.id == table.home, containers: containers, peers: peers)
  }

  /// Whether the other ends of its links are those that are known.
  private func hasPeers(_ namespace: Namespace, of facts: NamespaceFacts) -> Bool {
    namespace.interfaces.allSatisfy { interface in
      facts.content.links[interface.id.index].map { peers.peer(of: $0, in: facts) }
        == interface.peer
    }
  }
}

extension Namespace {
  /// The host first, then by name: `web-9` before `web-10`.
  fileprivate func precedes(_ other: Namespace) -> Bool {
    if isHost != other.isHost { return isHost }
    if label.text == other.label.text { return id < other.id }
    return label.text.precedesNaturally(other.label.text)
  }

  /// Whether the same containers live there, and the same addresses are up on the same interfaces, or
  /// are as unknown.
  fileprivate func houses(like other: Namespace) -> Bool {
    containers == other.containers && places == other.places
      && (error == nil) == (other.error == nil)
  }

  private var places: [InterfaceID: [Interface.Address]] {
    let addressed = interfaces.filter { !$0.addresses.isEmpty }
    return Dictionary(addressed.map { ($0.id, $0.addresses) }, uniquingKeysWith: +)
  }
}
