import Addressing
import Export
import TUI
import Topology

extension View {
  public static let links = View(
    digit: 3, title: "Links", parts: .namespaces,
    listing: { _ in listingOfLinks }, empty: { _ in noPods }, keys: Binding.wiring, widens: true)

  private static let listingOfLinks = Listing { $0.shown.topology.linkItems }
}

/// An interface of the host or of another namespace.
struct LinkItem: Listed {
  var link: Interface
  var namespace: Namespace
  /// The namespace that the link is there for: a host's end of a veth pair, for that of its peer.
  var owner: Namespace
  var bridge: Interface?
  /// Where it leads.
  var otherEnd: String
  /// It may send larger packets than its other end takes.
  var exceedsOtherEnd: Bool
  /// Under its bridge.
  var isPort = false

  static let columns: [ListColumn<LinkItem>] = [
    ListColumn("LINK", width: 16, minimum: 16, maximum: 19, priority: 9) {
      ($0.isPort ? " └ " : "") + $0.link.name
    },
    ListColumn("IN", width: 20, minimum: 10, maximum: 40, priority: 6) {
      $0.namespace.isHost ? "host" : $0.namespace.label.text
    },
    ListColumn("KIND", width: 7, priority: 4) { $0.link.kind ?? "device" },
    ListColumn("STATE", width: 7, priority: 7) {
      $0.exceedsOtherEnd && !$0.link.isBroken ? "mtu ✗" : $0.link.stateWord
    },
    ListColumn("OTHER END", width: 22, minimum: 18, maximum: 50, priority: 8) { $0.otherEnd },
    .received(priority: 7), .sent(priority: 7),
    .live("DROP/s", width: 6, priority: 3, .rate { $0.droppedPerSecond }),
    ListColumn("MTU", width: 5, maximum: 7, alignment: .right, priority: 3) {
      $0.exceedsOtherEnd ? "\($0.link.mtu) ✗" : "\($0.link.mtu)"
    },
    ListColumn("MAC", width: 17, priority: 2) { $0.link.mac.map { "\($0)" } ?? "–" },
    ListColumn("PORT", width: 12, maximum: 30, priority: 2) { $0.link.port?.words ?? "" },
    .trend,
  ]

  init(_ link: Interface, of namespace: Namespace, in topology: Topology, isPort: Bool = false) {
    let end = topology.otherEnd(of: link)
    self.link = link
    self.namespace = namespace
    self.isPort = isPort
    owner =
      namespace.isHost ? end.flatMap { topology[$0.id.namespace] } ?? namespace : namespace
    bridge = link.master.flatMap { topology[$0] }
    otherEnd = topology.farEnd(of: link)
    exceedsOtherEnd = topology.smallerLimit(beyond: link) != nil
  }

  var outline: Row {
    let isFault = link.isBroken || exceedsOtherEnd
    return Row(
      id: .interface(link.id), style: isFault ? .bad : .plain, isFault: isFault,
      flow: .interface(link.id), namespace: owner.id,
      facets: Row.Facets(
        namespace: owner.label.namespaceWord, pod: owner.label.text.lowercased(),
        address: link.addresses.map { "\($0.prefix.address)" }.joined(separator: " "),
        bridge: (bridge ?? link).name.lowercased(), interface: link.nameWords))
  }
}

extension Topology {
  /// The host's bridges with their ports under them, the host's other links, then those of the pods.
  var linkItems: [LinkItem] {
    guard let host else { return namespaces.flatMap(linkItems) }
    let ports = Dictionary(grouping: host.interfaces.filter { $0.master != nil }) { $0.master }
    let tops = host.interfaces.filter { $0.master == nil }
    let bridges = tops.filter { ports[$0.id] != nil }
    let others = tops.filter { ports[$0.id] == nil }
    let grouped = bridges.flatMap { bridge in
      [LinkItem(bridge, of: host, in: self)]
        + (ports[bridge.id] ?? []).map { LinkItem($0, of: host, in: self, isPort: true) }
    }
    return grouped + others.map { LinkItem($0, of: host, in: self) }
      + otherNamespaces.flatMap(linkItems)
  }

  private func linkItems(of namespace: Namespace) -> [LinkItem] {
    namespace.interfaces.filter { !$0.isLoopback }.map { LinkItem($0, of: namespace, in: self) }
  }
}
