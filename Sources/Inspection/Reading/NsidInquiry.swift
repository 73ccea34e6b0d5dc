import Kernel
import Netlink
import Topology

/// Finds out which namespaces are meant by the nsids that links of others lead to.
///
/// An nsid means something in the namespace that gave it, and another one elsewhere. So each namespace
/// is asked from inside what it calls those that the link may lead to: the ones that have a link there
/// with the right index.
struct NsidInquiry: Sendable {
  private let table: NamespaceTable
  /// Who has a link with this index.
  private var holders: [UInt32: [NamespaceID]] = [:]
  /// Who has an end of a pair with this index whose other end has that one; 0 where it is not told.
  private var ends: [Ends: [NamespaceID]] = [:]
  /// Whose links nobody could read.
  private var unread: [NamespaceID] = []

  private struct Ends: Hashable {
    var index: UInt32
    var other: UInt32
  }

  init(_ table: NamespaceTable) {
    self.table = table
    for (id, facts) in table.facts {
      if facts.error != nil { unread.append(id) }
      for link in facts.content.links.values {
        holders[link.index, default: []].append(id)
        guard link.isEndOfPair else { continue }
        ends[Ends(index: link.index, other: link.iflink?.index ?? 0), default: []].append(id)
      }
    }
  }

  /// What each of these namespaces calls others, as far as its links lead there. Those that nothing
  /// leads to are left out.
  func answers(from ids: [NamespaceID]) -> [NamespaceID: [Int32: NamespaceID]] {
    let found = try? onScratchThread { (thread) throws(KernelError) in
      var answers: [NamespaceID: [Int32: NamespaceID]] = [:]
      var usual = [table.home]
      for id in ids { answers[id] = try? ask(id, &usual, on: thread) }
      return answers
    }
    return found ?? [:]
  }

  /// `usual` are those who were meant before, the last one first: likely to be meant again.
  private func ask(
    _ id: NamespaceID, _ usual: inout [NamespaceID], on thread: borrowing ScratchThread
  ) throws(KernelError) -> [Int32: NamespaceID] {
    guard let facts = table[id] else { return [:] }
    let questions = table.openQuestions(of: facts)
    guard !questions.isEmpty, let inside = try facts.open() else { return [:] }
    try inside.enter(on: thread)
    var route = try NetlinkSocket(.route)
    var known: [Int32: NamespaceID] = [:]
    for (nsid, links) in questions where known[nsid] == nil {
      for candidate in candidates(links, in: id, usual) {
        guard let answer = try? self.nsid(of: candidate, by: &route) else { continue }
        known[answer] = candidate
        guard answer == nsid else { continue }
        usual.removeAll { $0 == candidate }
        usual.insert(candidate, at: 0)
        break
      }
    }
    return known
  }

  private func nsid(
    of id: NamespaceID, by route: inout NetlinkSocket
  ) throws(KernelError) -> Int32? {
    let path = id == table.home ? "/proc/self/ns/net" : nil
    guard let other = try table[id]?.open(path), let descriptor = other.descriptor else {
      return nil
    }
    let nsid = try route.list(.nsid(ofNamespaceAt: descriptor)).first?.nsid
    return nsid.flatMap { $0 < 0 ? nil : $0 }
  }

  /// Those that all of these links may lead to, the likely ones first. Of a pair, the end that stays may
  /// not know that the other one has another index since it was moved.
  private func candidates(
    _ links: [Link], in id: NamespaceID, _ usual: [NamespaceID]
  ) -> [NamespaceID] {
    let agreeing = common(links.map(agreeingHolders))
    let possible = common(links.map { holders[$0.iflink?.index ?? 0] ?? [] })
    let known = usual.filter(agreeing.contains)
    let ordered =
      known + agreeing.subtracting(known).sorted() + possible.subtracting(agreeing).sorted()
    return ordered.filter { $0 != id } + unread
  }

  private func common(_ holders: [[NamespaceID]]) -> Set<NamespaceID> {
    guard let first = holders.first else { return [] }
    return holders.dropFirst().reduce(into: Set(first)) { $0.formIntersection($1) }
  }

  private func agreeingHolders(of link: Link) -> [NamespaceID] {
    guard let index = link.iflink?.index else { return [] }
    guard link.isEndOfPair else { return holders[index] ?? [] }
    return [link.index, 0].flatMap { ends[Ends(index: index, other: $0)] ?? [] }
  }
}

extension NamespaceTable {
  /// The links of a namespace that lead to others by nsids that nothing is known of. Those that the
  /// host's own links are tied to need no question: an ordinary pod costs none.
  func openQuestions(of facts: NamespaceFacts) -> [Int32: [Link]] {
    guard facts.id != home else { return [:] }
    var questions: [Int32: [Link]] = [:]
    for link in facts.content.links.values {
      guard let nsid = link.iflink?.nsid, nsid >= 0,
        facts.content.nsids[nsid] == nil, !isTiedToHost(link, of: facts)
      else { continue }
      questions[nsid, default: []].append(link)
    }
    return questions
  }

  private func isTiedToHost(_ link: Link, of facts: NamespaceFacts) -> Bool {
    guard link.isEndOfPair, let nsid = facts.nsid, let iflink = link.iflink,
      let near = self[home]?.content.links[iflink.index], near.isEndOfPair
    else { return false }
    return near.iflink == LinkReference(index: link.index, nsid: nsid)
  }
}

extension NamespaceFacts {
  /// Opens it by the way that is known; `nil` where there is none, or where another one is found there.
  func open(_ way: String? = nil) throws(KernelError) -> NetworkNamespace? {
    guard let path = way ?? handles.path else { return nil }
    let namespace = try NetworkNamespace(path: path, name: path)
    guard try NamespaceID(namespace.identity()) == id else { return nil }
    return namespace
  }

  var handles: NamespaceHandles { NamespaceHandles(paths: paths, processes: processes.map(\.id)) }
}
