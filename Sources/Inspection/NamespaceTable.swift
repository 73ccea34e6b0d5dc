import Kernel
import Netlink
public import Topology

/// All namespaces of a node, and who calls whom what. Read as a whole, then kept up to date one
/// namespace at a time.
public struct NamespaceTable: Equatable, Sendable {
  /// The namespace cnitop runs in.
  public let home: NamespaceID
  public private(set) var facts: [NamespaceID: NamespaceFacts] = [:]
  /// What the host calls the namespaces it has an nsid for.
  public private(set) var nsids: [Int32: NamespaceID] = [:]
  /// Why there may be more of them. As long as there is a reason, an absence proves nothing.
  public internal(set) var gaps: [Gap] = []
  /// Names of namespaces that lead to none.
  public private(set) var deadNames: [Gap] = []

  /// Links that are gone since the last look, or in another namespace.
  var departed: Set<InterfaceID> = []

  init(home: NamespaceID) {
    self.home = home
  }

  /// For a change of one namespace's facts, which keeps its nsid.
  subscript(id: NamespaceID) -> NamespaceFacts? {
    get { facts[id] }
    _modify { yield &facts[id] }
  }

  /// Reads everything there is: what is found by its handles, then what only has an nsid.
  static func readAll() throws(KernelError) -> NamespaceTable {
    var visitor = try NamespaceVisitor()
    let finder = NamespaceFinder(device: visitor.device)
    var table = NamespaceTable(home: visitor.home)
    try table.read(finder.found)
    table.readUnnamed(by: &visitor)
    table.resolveNumbers(of: Array(table.facts.keys), by: &visitor)
    table.note(finder, isLast: true)
    return table
  }

  /// Reads these namespaces anew, or for the first time; those that are gone are taken out.
  mutating func read(_ handles: [NamespaceID: NamespaceHandles]) throws(KernelError) {
    let visited = try NamespaceVisits.facts(of: handles)
    for id in Set(handles.keys).subtracting(visited.map(\.id)) { remove(id) }
    for facts in visited { adopt(facts) }
  }

  /// Reads what the host has an nsid for and nothing else leads to: someone holds it open. The
  /// kernel may have given the host an nsid too.
  mutating func readUnnamed(by visitor: inout NamespaceVisitor) {
    for nsid in (try? visitor.nsids()) ?? [] where nsids[nsid] == nil {
      if nsid == visitor.homeNumber() {
        facts[home]?.nsid = nsid
        nsids[nsid] = home
      } else if let visited = visitor.visit(nsid: nsid) {
        adopt(visited)
      }
    }
  }

  /// Takes in what leads where now. One that nothing leads to is gone as soon as the kernel says so;
  /// until then, or for good when somebody holds it open, it stays.
  mutating func follow(_ found: [NamespaceID: NamespaceHandles], isLast: Bool) {
    for id in facts.keys where id != home {
      if let handles = found[id] {
        facts[id]?.follow(handles)
      } else if facts[id]?.nsid == nil {
        remove(id)
      } else {
        facts[id]?.lose(isLast: isLast)
      }
    }
  }

  /// Takes in what cannot be found. Who makes a namespace makes its name first: what is dead at first
  /// sight has until the last look.
  ///
  /// - Returns: whether all there is to say of names is said.
  @discardableResult
  mutating func note(_ finder: NamespaceFinder, isLast: Bool) -> Bool {
    gaps = finder.gaps
    let news = Set(finder.deadNames).subtracting(deadNames)
    deadNames = finder.deadNames.filter { isLast || !news.contains($0) }
    return isLast || news.isEmpty
  }

  /// What others called it may come to mean another one.
  mutating func remove(_ id: NamespaceID) {
    guard let gone = facts.removeValue(forKey: id) else { return }
    if let nsid = gone.nsid, nsids[nsid] == id { nsids[nsid] = nil }
    for (other, facts) in facts where !facts.content.nsids.isEmpty {
      for (nsid, meant) in facts.content.nsids where meant == id {
        self.facts[other]?.content.nsids[nsid] = nil
      }
    }
  }

  /// Finds out where the links that leave these namespaces lead to.
  mutating func resolveNumbers(of ids: [NamespaceID], by visitor: inout NamespaceVisitor) {
    let asking = ids.filter(hasOpenQuestions)
    guard !asking.isEmpty else { return }
    for (id, known) in NsidInquiry(self).answers(from: asking) { learn(known, from: id) }
    for case .nsid(let nsid) in asking {
      let told = (try? visitor.nsids(in: nsid)) ?? [:]
      learn(told.compactMapValues { nsids[$0] }, from: .nsid(nsid))
    }
  }

  func hasOpenQuestions(_ id: NamespaceID) -> Bool {
    self[id].map { !openQuestions(of: $0).isEmpty } ?? false
  }

  private mutating func learn(_ known: [Int32: NamespaceID], from id: NamespaceID) {
    self[id]?.content.nsids.merge(known) { $1 }
  }

  /// Takes in what was read of a namespace, and the nsid it has by now. One that is known by the
  /// same nsid is gone: the kernel gives it to another no sooner.
  mutating func adopt(_ visited: NamespaceFacts) {
    if let nsid = visited.nsid, let other = nsids[nsid],
      ![visited.id, home].contains(other)
    {
      remove(other)
    }
    if let before = facts[visited.id]?.nsid, nsids[before] == visited.id {
      nsids[before] = nil
    }
    facts[visited.id] = visited
    if let nsid = visited.nsid { nsids[nsid] = visited.id }
  }
}

extension NamespaceFacts {
  /// How many processes of a namespace are asked for their names.
  private static let namedProcesses = 8

  fileprivate mutating func follow(_ handles: NamespaceHandles) {
    isLost = false
    paths = handles.paths
    if processes.map(\.id) != handles.processes { name(handles.processes, isHome: false) }
  }

  fileprivate mutating func lose(isLast: Bool) {
    isLost = true
    if isLast { (paths, processes) = ([], []) }
  }

  mutating func name(_ ids: [Int32], isHome: Bool) {
    processes = ids.map { Namespace.Process(id: $0, name: "") }
    guard !isHome else { return }
    for position in processes.indices.prefix(Self.namedProcesses) {
      let facts = ProcessFacts.read(of: processes[position].id)
      processes[position].name = facts.name
      if let container = facts.containerID, !containerIDs.contains(container) {
        containerIDs.append(container)
      }
    }
  }
}
