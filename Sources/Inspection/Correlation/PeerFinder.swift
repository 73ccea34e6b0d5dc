import Netlink
import Topology

/// Finds out which interface the other end of a link is, or what it stands on.
///
/// A link names it by index, and by an nsid for its namespace that only the link's own namespace
/// understands. What nobody knows the nsid of is unresolved: an index alone is no name.
struct PeerFinder {
  private let table: NamespaceTable
  /// By the end of a pair: those that say that they are its other end.
  private var claims: [InterfaceID: [InterfaceID]] = [:]

  init(_ table: NamespaceTable) {
    self.table = table
    for facts in table.facts.values {
      for link in facts.content.links.values where link.isEndOfPair {
        guard let far = table.place(of: link, in: facts) else { continue }
        claims[far, default: []].append(InterfaceID(namespace: facts.id, index: link.index))
      }
    }
  }

  func peer(of link: Link, in namespace: NamespaceFacts) -> Interface.Peer {
    let own = InterfaceID(namespace: namespace.id, index: link.index)
    if link.isEndOfPair, let end = end(of: link, in: namespace, own) { return .end(end) }
    guard let iflink = link.iflink else { return .none }
    if !link.isEndOfPair, let parent = table.place(of: link, in: namespace), mayExist(parent) {
      return parent == own ? .none : .lower(parent)
    }
    return .unresolved(nsid: iflink.nsid.flatMap { $0 < 0 ? nil : $0 }, index: iflink.index)
  }

  /// The word of the link itself counts, unless the other one says something else: of a pair, the end
  /// that is moved tells of it, and the other may not.
  private func end(of link: Link, in namespace: NamespaceFacts, _ own: InterfaceID) -> InterfaceID?
  {
    let told = table.place(of: link, in: namespace)
    if let told, agrees(told, with: own) { return told }
    let claims = (claims[own] ?? []).filter { claim in
      told != nil || link.iflink.map { $0.index == claim.index } ?? true
    }
    return claims.count == 1 ? claims.first : nil
  }

  /// Whether it is the end of a pair, and names no other one than `own` that there is.
  private func agrees(_ end: InterfaceID, with own: InterfaceID) -> Bool {
    guard let facts = table[end.namespace] else { return false }
    guard facts.error == nil else { return true }
    guard let link = facts.content.links[end.index], link.isEndOfPair else { return false }
    guard let iflink = link.iflink else { return claims[end] == [own] }
    guard let other = table.place(of: link, in: facts) else { return iflink.index == own.index }
    return other == own || !mayExist(other)
  }

  /// Of a namespace that was read, all links are known.
  private func mayExist(_ id: InterfaceID) -> Bool {
    guard let facts = table[id.namespace] else { return false }
    return facts.error != nil || facts.content.links[id.index] != nil
  }
}

extension NamespaceTable {
  /// The peer or lower link that a link tells of; `nil` where there is none, or the namespace's nsid
  /// is not known.
  func place(of link: Link, in namespace: NamespaceFacts) -> InterfaceID? {
    guard let iflink = link.iflink else { return nil }
    guard let nsid = iflink.nsid else {
      return InterfaceID(namespace: namespace.id, index: iflink.index)
    }
    let nsids = namespace.id == home ? nsids : namespace.content.nsids
    return nsids[nsid].map { InterfaceID(namespace: $0, index: iflink.index) }
  }
}
