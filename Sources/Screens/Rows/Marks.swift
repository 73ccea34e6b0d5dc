import Cells
import Topology

/// What came or went a moment ago.
struct Marks: Sendable {
  /// Told by a sign for this long.
  static let lifetime = Duration.seconds(5)

  private(set) var arrived: [Thing: Timestamp] = [:]
  /// Rows of pods that are gone, with the moment that was noticed.
  private(set) var departed: [Thing: (row: Row, at: Timestamp)] = [:]

  /// Forgets what is old, and tells whether rows went with it.
  mutating func fade(at now: Timestamp) -> Bool {
    let before = departed.count
    arrived = arrived.filter { now.since($0.value) < Self.lifetime }
    departed = departed.filter { now.since($0.value.at) < Self.lifetime }
    return departed.count != before
  }

  /// Compares two looks at the node.
  mutating func see(_ new: Topology, after old: Topology, at now: Timestamp) {
    departed = departed.filter { !new.has($0.key) }
    guard old.host != nil else { return }
    for pod in new.pods where old[pod.id] == nil { arrived[.namespace(pod.id)] = now }
    for link in new.namespaces.flatMap(\.interfaces) where old[link.id] == nil {
      arrived[.interface(link.id)] = now
    }
    for pod in old.pods where new[pod.id] == nil {
      departed[.namespace(pod.id)] = (old.row(of: pod), now)
    }
  }

  func style(of row: Row) -> Style {
    if departed[row.id] != nil { return .gone }
    return arrived[row.id] == nil ? row.style : .new
  }

  /// A row's first text, with a sign where it is new or gone.
  func title(of row: Row) -> String {
    let name = row.cells.first ?? ""
    if departed[row.id] != nil { return "✗ \(name)" }
    if arrived[row.id] == nil { return name }
    return name.hasPrefix(" ") ? "+" + name.dropFirst() : "+ " + name  // it may be indented
  }
}

extension Topology {
  fileprivate func has(_ thing: Thing) -> Bool {
    guard case .namespace(let id) = thing else { return false }
    return self[id] != nil
  }
}
