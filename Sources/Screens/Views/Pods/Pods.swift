import Addressing
import Export
import TUI
import Topology

extension View {
  public static let pods = View(
    digit: 2, title: "Pods", parts: .namespaces,
    listing: { _ in listingOfPods }, empty: { _ in noPods }, keys: Binding.wiring, widens: true)

  private static let listingOfPods = Listing { app in
    app.shown.topology.podItems + app.shown.marks.departed.values.map(\.item)
  }

  /// What to do on a node that has nothing to show.
  static let noPods = """
    No pods on this node yet. Try cnitop demo, a private sandbox that needs no root, or add a \
    namespace: ip netns add red
    """
}

/// A pod with its first interface and where that leads.
struct PodItem: Listed {
  var pod: Namespace
  /// Its first interface that is no loopback.
  var inside: Interface?
  /// The other end of that.
  var outside: Interface?
  /// The bridge that the other end is a port of.
  var bridge: Interface?
  /// Those of the first interface that reach beyond the link.
  var addresses: [String]

  static let columns: [ListColumn<PodItem>] = [
    ListColumn("POD", width: 24, minimum: 20, maximum: 48, priority: 9) { $0.pod.label.text },
    ListColumn("ADDRESS", width: 15, maximum: 26, priority: 8) { $0.addresses.first ?? "–" },
    ListColumn("IF", width: 5, priority: 4) { $0.inside?.name ?? "–" },
    ListColumn("VETH", width: 12, minimum: 12, maximum: 15, priority: 6) {
      $0.outside?.name ?? "–"
    },
    ListColumn("BRIDGE", width: 8, maximum: 15, priority: 5) { $0.bridge?.name ?? "–" },
    .received(priority: 7), .sent(priority: 7), .age,
    ListColumn("SOURCE", width: 10, priority: 2) { $0.pod.label.source.rawValue },
    ListColumn("STATE", width: 12, maximum: 30, priority: 3) { $0.state },
  ]

  init(_ pod: Namespace, in topology: Topology) {
    self.pod = pod
    inside = pod.interfaces.first { !$0.isLoopback }
    outside = inside.flatMap(topology.otherEnd)
    bridge = outside?.master.flatMap { topology[$0] }
    addresses =
      inside?.addresses.filter { $0.scope == .global }.map { "\($0.prefix.address)" } ?? []
  }

  private var state: String {
    pod.error ?? (inside == nil ? "no interface" : inside?.stateWord ?? "")
  }

  var isFault: Bool { pod.error != nil || inside == nil || addresses.isEmpty }

  var outline: Row {
    Row(
      id: .namespace(pod.id), style: isFault ? .bad : .plain, isFault: isFault,
      flow: .pod(inside?.id, outside?.id), namespace: pod.id, since: pod.since, facets: facets)
  }

  var facets: Row.Facets {
    Row.Facets(
      namespace: pod.label.namespaceWord, pod: pod.label.text.lowercased(),
      address: addresses.joined(separator: " "), bridge: (bridge?.name ?? "").lowercased(),
      interface: [inside, outside].compactMap { $0?.nameWords }.joined(separator: " "))
  }
}

extension Topology {
  var podItems: [PodItem] { otherNamespaces.map { PodItem($0, in: self) } }
}

extension Namespace.Label {
  /// Kubernetes' namespace of a pod, or the whole name where it has none.
  var namespaceWord: String {
    text.split(separator: "/").first.map { $0.lowercased() } ?? ""
  }
}
