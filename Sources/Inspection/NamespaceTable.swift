import Kernel
import Netlink
public import Topology

/// All namespaces of a node, and who calls whom what. Read as a whole, then kept up to date one
/// namespace at a time.
public struct NamespaceTable: Equatable, Sendable {
  /// The namespace cnitop runs in.
  public let home: NamespaceID
  public private(set) var facts: [NamespaceID: NamespaceFacts] = [:]
  /// What the host calls the namespaces it has a number for.
  public private(set) var numbers: [Int32: NamespaceID] = [:]

  init(home: NamespaceID) {
    self.home = home
  }

  /// For a change of one namespace's facts, which keeps its number.
  subscript(id: NamespaceID) -> NamespaceFacts? {
    get { facts[id] }
    _modify { yield &facts[id] }
  }

  /// Reads everything there is: what is found by its ways, then what only has a number.
  static func readAll() throws(KernelError) -> (table: NamespaceTable, gaps: [Gap]) {
    var visitor = try NamespaceVisitor()
    let finder = NamespaceFinder(device: visitor.device)
    var table = NamespaceTable(home: visitor.home)
    try table.read(finder.found)
    table.readUnnamed(by: &visitor)
    table.resolveNumbers(by: &visitor)
    return (table, finder.gaps)
  }

  /// Reads these namespaces anew, or for the first time; those that are gone are taken out.
  mutating func read(_ ways: [NamespaceID: NamespaceWays]) throws(KernelError) {
    let visited = try NamespaceVisits.facts(of: ways)
    for id in Set(ways.keys).subtracting(visited.map(\.id)) { remove(id) }
    for facts in visited { adopt(facts) }
  }

  /// Reads what the host has a number for and nothing else leads to: someone holds it open. The
  /// kernel may have given the host a number too.
  mutating func readUnnamed(by visitor: inout NamespaceVisitor) {
    for number in (try? visitor.numbers()) ?? [] where numbers[number] == nil {
      if number == visitor.homeNumber() {
        facts[home]?.number = number
        numbers[number] = home
      } else if let visited = visitor.visit(number: number) {
        adopt(visited)
      }
    }
  }

  /// Takes in what leads where now. One that nothing leads to is gone as soon as the kernel says so;
  /// until then, or for good when somebody holds it open, it stays.
  mutating func follow(_ found: [NamespaceID: NamespaceWays], isLast: Bool) {
    for id in facts.keys where id != home {
      if let ways = found[id] {
        facts[id]?.follow(ways)
      } else if facts[id]?.number == nil {
        remove(id)
      } else {
        facts[id]?.lose(isLast: isLast)
      }
    }
  }

  mutating func remove(_ id: NamespaceID) {
    guard let gone = facts.removeValue(forKey: id) else { return }
    if let number = gone.number, numbers[number] == id { numbers[number] = nil }
  }

  /// Finds out where the links that leave their namespace lead to.
  mutating func resolveNumbers(by visitor: inout NamespaceVisitor) {
    for id in facts.keys { resolveNumbers(of: id, by: &visitor) }
  }

  /// The same for one namespace. The kernel is not asked about links that the host's own links are
  /// tied to: an ordinary pod costs no question.
  mutating func resolveNumbers(of id: NamespaceID, by visitor: inout NamespaceVisitor) {
    guard id != home, let facts = facts[id], let number = facts.number,
      facts.content.links.values.contains(where: { leadsElsewhere($0, from: number) })
    else { return }
    let known = visitor.numbers(in: number).compactMapValues { numbers[$0] }
    self[id]?.content.numbers = known
  }

  /// Whether a link's other end is in another namespace, and not a link of the host's tied to it.
  private func leadsElsewhere(_ link: Link, from number: Int32) -> Bool {
    guard let tie = link.tiedTo, tie.namespace != nil else { return false }
    let near = facts[home]?.content.links[tie.index]?.tiedTo
    return near != Link.Tie(index: link.index, namespace: number)
  }

  /// Takes in what was read of a namespace, and the number it has by now. One that is known by the
  /// same number is gone: the kernel gives it to another no sooner.
  mutating func adopt(_ visited: NamespaceFacts) {
    if let number = visited.number, let other = numbers[number],
      ![visited.id, home].contains(other)
    {
      remove(other)
    }
    if let before = facts[visited.id]?.number, numbers[before] == visited.id {
      numbers[before] = nil
    }
    facts[visited.id] = visited
    if let number = visited.number { numbers[number] = visited.id }
  }
}

extension NamespaceFacts {
  /// How many processes of a namespace are asked for their names.
  private static let namedProcesses = 8

  fileprivate mutating func follow(_ ways: NamespaceWays) {
    isLost = false
    paths = ways.paths.sorted()
    if processes.map(\.id) != ways.processes { name(ways.processes, isHome: false) }
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
