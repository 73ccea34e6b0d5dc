import Export
import TUI
import Topology

extension View {
  public static let ipam = View(
    digit: 4, title: "IPAM", parts: .networks,
    listing: { _ in listingOfNetworks }, empty: { _ in "No host-local network on this node." },
    keys: [
      Binding(
        keys: [.tab], action: .nextPane, word: "grid", help: "each range's addresses, and back"),
      .left("fold; left in the grid"), .right("unfold; right in the grid"),
    ],
    pane: Pane(
      rows: { app, rows in rows - min(app.rows.count + 1, max(rows / 3, 3)) },
      draw: { app, frame, area in app.drawNetwork(on: &frame, in: area) }),
    widens: true)

  private static let listingOfNetworks = Listing { app in
    app.shown.topology.networks.map(NetworkItem.init)
  }
}

/// A network whose addresses host-local hands out.
struct NetworkItem: Listed {
  var network: Network
  var leaked: Int
  /// Allocations that should not be: without a lease, or up in two places.
  var odd: Int

  init(_ network: Network) {
    self.network = network
    leaked = network.leaked
    odd = network.count(.duplicate) + network.count(.unleased)
  }

  static let columns: [ListColumn<NetworkItem>] = [
    ListColumn("NETWORK", width: 14, maximum: 30, priority: 9) { $0.network.name },
    ListColumn("RANGE", width: 20, maximum: 40, priority: 8) {
      $0.network.ranges.map { "\($0.subnet)" }.joined(separator: " ")
    },
    ListColumn("USED", width: 6, alignment: .right, priority: 7) { "\($0.network.taken)" },
    ListColumn("FREE", width: 6, alignment: .right, priority: 7) {
      $0.network.isFull ? "0 ✗" : $0.network.free
    },
    ListColumn("LEAKED", width: 6, alignment: .right, priority: 6) {
      $0.leaked > 0 ? "\($0.leaked) ✗" : "0"
    },
    ListColumn("ODD", width: 4, alignment: .right, priority: 5) {
      $0.odd > 0 ? "\($0.odd) ‼" : "0"
    },
    ListColumn("BRIDGE", width: 10, priority: 4) { $0.network.bridge ?? "–" },
    ListColumn("LEASES", width: 28, maximum: 60, priority: 2) { $0.network.directory },
  ]

  var outline: Row {
    let isFault = leaked + odd > 0 || network.isFull
    return Row(
      id: .network(network.id), style: network.isFull ? .bad : isFault ? .changed : .plain,
      isFault: isFault,
      facets: Row.Facets(
        pod: network.allocations.compactMap(\.holder).joined(separator: " ").lowercased(),
        address: network.allocations.map { "\($0.address)" }.joined(separator: " "),
        bridge: (network.bridge ?? "").lowercased()))
  }
}
