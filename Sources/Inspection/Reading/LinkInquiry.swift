import Kernel
import Netlink
import Topology

/// Asks again about links whose other end, or whatever they stand on, has left: it may be elsewhere now,
/// and the kernel tells that of the one that was moved alone.
struct LinkInquiry: Sendable {
  private let table: NamespaceTable
  private let indices: [NamespaceID: [UInt32]]

  init(_ table: NamespaceTable, iflink departed: Set<InterfaceID>) {
    self.table = table
    var indices: [NamespaceID: [UInt32]] = [:]
    for facts in table.facts.values {
      for link in facts.content.links.values {
        guard let place = table.place(of: link, in: facts), departed.contains(place) else {
          continue
        }
        indices[facts.id, default: []].append(link.index)
      }
    }
    self.indices = indices
  }

  /// Those that are still there, as they are now.
  func answers() -> [NamespaceID: [Link]] {
    guard !indices.isEmpty else { return [:] }
    let found = try? onScratchThread { (thread) throws(KernelError) in
      var answers: [NamespaceID: [Link]] = [:]
      if let own = indices[table.home] { answers[table.home] = try? links(own) }
      for (id, asked) in indices where id != table.home {
        guard let inside = try? table[id]?.open() else { continue }
        do throws(KernelError) {
          try inside.enter(on: thread)
          answers[id] = try links(asked)
        } catch { continue }
      }
      return answers
    }
    return found ?? [:]
  }

  /// Of the namespace that the thread is in.
  private func links(_ indices: [UInt32]) throws(KernelError) -> [Link] {
    var route = try NetlinkSocket(.route)
    var links: [Link] = []
    for index in indices { links += (try? route.list(.link(index))) ?? [] }
    return links
  }
}
