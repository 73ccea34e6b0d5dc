import Kernel
import Synchronization
import Topology

/// Namespaces that are to be visited, shared out among threads: each takes the next one when it is
/// done with one.
final class NamespaceVisits: Sendable {
  private let rest: Mutex<[(id: NamespaceID, handles: NamespaceHandles)]>

  private init(_ found: [NamespaceID: NamespaceHandles]) {
    rest = Mutex(found.map { ($0, $1) })
  }

  /// Visits all of them, on as many threads as are worth it. Those that are gone are left out.
  static func facts(
    of found: [NamespaceID: NamespaceHandles]
  ) throws(KernelError) -> [NamespaceFacts] {
    let worthwhile = (found.count + worthAThread - 1) / worthAThread
    return try NamespaceVisits(found).share(among: min(worthwhile, Processors.count, mostThreads))
  }

  private func share(among threads: Int) throws(KernelError) -> [NamespaceFacts] {
    guard threads > 0 else { return [] }
    let first = try SideThread { (thread) throws(KernelError) in try self.visit(on: thread) }
    return try share(among: threads - 1) + first.join()
  }

  private func visit(on thread: borrowing ScratchThread) throws(KernelError) -> [NamespaceFacts] {
    var visitor = try NamespaceVisitor()
    var visited: [NamespaceFacts] = []
    while let (id, handles) = rest.withLock({ $0.popLast() }) {
      guard var facts = visitor.visit(id, by: handles, on: thread) else { continue }
      facts.name(handles.processes, isHome: id == visitor.home)
      visited.append(facts)
    }
    return visited
  }
}

/// So many namespaces take as long as another thread is worth; the kernel does part of the work for
/// one thread at a time, however many there are.
private let worthAThread = 32
private let mostThreads = 4
