import Kernel
import Netlink
import Topology

extension NamespaceTable {
  /// Takes in one event of the namespace that has this number; `nil`: of the host's.
  ///
  /// - Returns: whether anything that is shown is different now.
  mutating func apply(
    _ event: RouteEvent, from number: Int32?, search: inout Search
  ) -> Bool {
    switch event {
    case .namespace(let number) where numbers[number] == nil:
      search.begin()
      return false
    case .namespaceGone(let number):
      guard let gone = numbers[number], gone != home else { return false }
      if self[gone]?.isLost == false { search.begin() }
      remove(gone)
      return true
    case .forwarding: return false
    case .namespace, .link, .linkGone, .port, .address, .addressGone, .route, .routeGone:
      guard let id = number.map({ numbers[$0] }) ?? home else {
        search.begin()
        return false
      }
      return self[id]?.content.apply(event) ?? false
    }
  }

  /// Looks for namespaces that came, went, or got another name.
  mutating func search(_ search: inout Search) throws(KernelError) -> Bool {
    let before = self
    let isLast = search.isLast
    var visitor = try NamespaceVisitor()
    let finder = NamespaceFinder(device: visitor.device)
    follow(finder.found, isLast: isLast)
    let unread = finder.found.filter { wantsVisit($0.key) }
    try read(unread)
    if isLast { readUnnamed(by: &visitor) }
    for id in unread.keys { resolveNumbers(of: id, by: &visitor) }
    search.looked(isComplete: facts.values.allSatisfy { !$0.isLost || $0.paths.isEmpty })
    return self != before
  }

  /// Reads these again by the ways that are known of them.
  ///
  /// - Returns: whether anything that events tell of is different now.
  mutating func visitAgain(_ ids: [NamespaceID]) throws(KernelError) -> Bool {
    let before = self
    try read(ways(of: ids))
    var visitor = try NamespaceVisitor()
    for id in ids { resolveNumbers(of: id, by: &visitor) }
    return ids.contains { self[$0]?.lasting != before[$0]?.lasting }
  }

  /// A new one, and one without a number, which may have got one.
  private func wantsVisit(_ id: NamespaceID) -> Bool {
    guard id != home else { return false }
    return facts[id].map { $0.number == nil } ?? true
  }

  private func ways(of ids: [NamespaceID]) -> [NamespaceID: NamespaceWays] {
    var ways: [NamespaceID: NamespaceWays] = [:]
    for id in ids {
      guard let facts = facts[id], !facts.paths.isEmpty || !facts.processes.isEmpty else {
        continue
      }
      ways[id] = NamespaceWays(paths: facts.paths, processes: facts.processes.map(\.id))
    }
    return ways
  }
}

extension NamespaceFacts {
  /// Without what changes all the time and by itself.
  fileprivate var lasting: NamespaceFacts {
    var lasting = self
    for index in content.links.keys { lasting.content.links[index]?.statistics = nil }
    (lasting.content.neighbours, lasting.content.forwarding) = ([], [])
    return lasting
  }
}
