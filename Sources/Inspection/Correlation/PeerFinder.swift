import Netlink
import Topology

/// Finds out which interface the other end of a link is.
///
/// A link names its other end by index and by a number for the namespace that only its own
/// namespace understands. The host's numbers are known. The host itself has none in most pods'
/// eyes, so a pod's veth is tied to whatever host end says that it is tied to that veth.
struct PeerFinder {
  /// By the far end: the near ends in the host's namespace.
  private var nearEnds: [InterfaceID: InterfaceID] = [:]
  private let table: NamespaceTable

  init(_ table: NamespaceTable) {
    self.table = table
    guard let host = table[table.home] else { return }
    for link in host.content.links.values {
      guard let far = end(of: link, in: host) else { continue }
      nearEnds[far] = InterfaceID(namespace: host.id, index: link.index)
    }
  }

  func peer(of link: Link, in namespace: NamespaceFacts) -> Interface.Peer {
    let own = InterfaceID(namespace: namespace.id, index: link.index)
    guard let tie = link.tiedTo, tie.index != link.index || tie.namespace != nil else {
      return untold(link, own)
    }
    guard let id = end(of: link, in: namespace) ?? nearEnds[own] ?? hostParent(of: link) else {
      return .outOfSight(number: tie.namespace, index: tie.index)
    }
    return link.kind == "veth" ? .end(id) : .parent(id)
  }

  /// The end of a pair that is made first is told of while it has no other end, and not again.
  private func untold(_ link: Link, _ own: InterfaceID) -> Interface.Peer {
    guard link.kind == "veth", let end = nearEnds[own] else { return .none }
    return .end(end)
  }

  /// What a pod's macvlan, ipvlan or vlan stands on, where the kernel has no number to tell it by.
  private func hostParent(of link: Link) -> InterfaceID? {
    guard link.kind != "veth", let tie = link.tiedTo,
      table[table.home]?.content.links[tie.index] != nil
    else { return nil }
    return InterfaceID(namespace: table.home, index: tie.index)
  }

  private func end(of link: Link, in namespace: NamespaceFacts) -> InterfaceID? {
    guard let tie = link.tiedTo else { return nil }
    guard let number = tie.namespace else {
      return InterfaceID(namespace: namespace.id, index: tie.index)
    }
    let numbers = namespace.id == table.home ? table.numbers : namespace.content.numbers
    return numbers[number].map { InterfaceID(namespace: $0, index: tie.index) }
  }
}
