import Export
import TUI
import Topology

extension View {
  /// What leads out, the bridges and what is plugged into them: as boxes, or as a tree where those do
  /// not fit.
  public static let map = View(
    digit: 1, title: "Map", parts: .namespaces,
    listing: { _ in listingOfTree }, empty: { _ in noPods },
    keys: Binding.wiring + [
      .left("left; fold in the tree"), .right("right; unfold in the tree"),
      Binding(keys: ["g"], action: .tree, word: "tree", help: "as boxes, or as a tree"),
    ],
    picture: { app, layout in app.mapPlan(layout) },
    detail: .besideWhenOpen)

  private static let listingOfTree = Listing { app in app.map.items(isUnfolded: app.isUnfolded) }
}

/// A node of the tree that the map is where boxes do not fit.
struct MapItem: Listed {
  var outline: Row
  var name: String
  var address = ""
  /// Which pod it is, or what it is instead.
  var about = ""
  /// The lines that join it to what it hangs on.
  var indent = ""

  static let columns: [ListColumn<MapItem>] = [
    ListColumn("NODE", width: 30, minimum: 24, maximum: 44, priority: 9) { $0.indent + $0.name },
    ListColumn("ADDRESS", width: 15, minimum: 12, maximum: 40, priority: 8) { $0.address },
    ListColumn(
      "POD", width: 16, minimum: 12, maximum: 44, priority: 8,
      live: LiveCell(text: { row, shown in
        shown.traffic.packets(row.flow).map { "\(Quantity.count($0)) packets" }
      })
    ) { $0.about },
    .received(priority: 7), .sent(priority: 7), .trend,
  ]
}
