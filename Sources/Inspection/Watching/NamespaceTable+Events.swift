import Kernel
import Netlink
import Topology

extension NamespaceTable {
  /// Takes in one event of the namespace that has this nsid; `nil`: of the host's.
  ///
  /// - Returns: whether anything that is shown is different now.
  mutating func apply(
    _ event: RouteEvent, from nsid: Int32?, search: inout RetrySchedule
  ) -> Bool {
    guard let id = nsid.map({ nsids[$0] }) ?? home else {
      search.begin()
      return false
    }
    switch event {
    case .namespace(let nsid):
      if id == home, nsids[nsid] == nil { search.begin() }
      return false
    case .namespaceGone(let nsid) where id == home:
      guard let gone = nsids[nsid], gone != home else { return false }
      if self[gone]?.isLost == false { search.begin() }
      remove(gone)
      return true
    case .namespaceGone(let nsid):
      return self[id]?.content.nsids.removeValue(forKey: nsid) != nil
    case .link:
      let isChanged = self[id]?.content.apply(event) ?? false
      if isChanged, hasOpenQuestions(id) { search.begin() }
      return isChanged
    case .linkGone(let index):
      departed.insert(InterfaceID(namespace: id, index: index))
      search.begin()
      return self[id]?.content.apply(event) ?? false
    case .forwarding: return false
    case .port, .address, .addressGone, .route, .routeGone:
      return self[id]?.content.apply(event) ?? false
    }
  }

  /// Looks for namespaces that came, went, or got another name.
  ///
  /// - Returns: whether anything is different now, and how many had to be visited.
  mutating func search(
    _ search: inout RetrySchedule
  ) throws(KernelError) -> (isChanged: Bool, visits: Int) {
    var before = self
    before.departed = []
    let start = ContinuousClock.now
    let isLast = search.isLast
    var visitor = try NamespaceVisitor()
    let finder = NamespaceFinder(device: visitor.device)
    follow(finder.found, isLast: isLast)
    let unread = finder.found.filter { wantsVisit($0.key) }
    try read(unread)
    if isLast { readUnnamed(by: &visitor) }
    askAgain()
    resolveNumbers(of: Array(facts.keys), by: &visitor)
    let isNamed = note(finder, isLast: isLast)
    search.looked(
      isComplete: isNamed && facts.values.allSatisfy { !$0.isLost || $0.paths.isEmpty },
      since: start)
    return (self != before, unread.count)
  }

  private mutating func askAgain() {
    guard !departed.isEmpty else { return }
    for (id, links) in LinkInquiry(self, iflink: departed).answers() {
      for link in links { _ = self[id]?.content.apply(.link(link)) }
    }
    departed = []
  }

  /// Reads these again by the handles that are known of them.
  ///
  /// - Returns: whether anything that events tell of is different now.
  mutating func visitAgain(_ ids: [NamespaceID]) throws(KernelError) -> Bool {
    let before = self
    try read(handles(of: ids))
    var visitor = try NamespaceVisitor()
    resolveNumbers(of: ids, by: &visitor)
    return ids.contains { self[$0]?.lasting != before[$0]?.lasting }
  }

  /// A new one, and one without an nsid, which may have got one.
  private func wantsVisit(_ id: NamespaceID) -> Bool {
    guard id != home else { return false }
    return facts[id].map { $0.nsid == nil } ?? true
  }

  private func handles(of ids: [NamespaceID]) -> [NamespaceID: NamespaceHandles] {
    var handles: [NamespaceID: NamespaceHandles] = [:]
    for id in ids {
      guard let facts = facts[id], !facts.paths.isEmpty || !facts.processes.isEmpty else {
        continue
      }
      handles[id] = NamespaceHandles(paths: facts.paths, processes: facts.processes.map(\.id))
    }
    return handles
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
