import TUI
import Topology

/// What came or went a moment ago.
struct Marks: Sendable {
  /// Told by a sign for this long.
  static let lifetime = Duration.seconds(5)

  private(set) var arrived: [RowID: Timestamp] = [:]
  /// Pods that are gone.
  private(set) var departed: [RowID: Departed] = [:]

  struct Departed: Sendable {
    var item: PodItem
    /// What it was plugged into.
    var bridge: InterfaceID?
    /// When that was noticed.
    var at: Timestamp
  }

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
    for pod in new.otherNamespaces where old[pod.id] == nil { arrived[.namespace(pod.id)] = now }
    for link in new.namespaces.flatMap(\.interfaces) where old[link.id] == nil {
      arrived[.interface(link.id)] = now
    }
    for pod in old.otherNamespaces where new[pod.id] == nil {
      departed[.namespace(pod.id)] = Departed(
        item: PodItem(pod, in: old), bridge: old.bridge(of: pod), at: now)
    }
  }

  func style(of row: Row) -> Style {
    if departed[row.id] != nil { return .gone }
    return arrived[row.id] == nil ? row.style : .new
  }

  /// A row's first text, with a sign where it is new or gone.
  func title(of row: Row) -> String {
    let name = row.cells.first ?? ""
    let sign = departed[row.id] != nil ? "✗" : arrived[row.id] != nil ? "+" : ""
    if sign.isEmpty { return name }
    return name.hasPrefix(" ") ? sign + name.dropFirst() : "\(sign) \(name)"  // it may be indented
  }
}

extension Topology {
  /// The bridge that a pod's first cable is plugged into.
  fileprivate func bridge(of pod: Namespace) -> InterfaceID? {
    pod.interfaces.lazy.compactMap { self.otherEnd(of: $0)?.master }.first
  }

  fileprivate func has(_ row: RowID) -> Bool {
    guard case .namespace(let id) = row else { return false }
    return self[id] != nil
  }
}
