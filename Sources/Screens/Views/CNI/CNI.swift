import Export
import TUI
import Topology

extension View {
  public static let cni: View = {
    var view = View(
      digit: 8, title: "CNI", parts: .cni, listing: { _ in listingOfSetup },
      empty: { _ in "No configuration of CNI on this node: no runtime, no conf file, no plugin." },
      keys: [.left("fold"), .right("unfold")], widens: true)
    view.interest.plugins = true
    return view
  }()

  private static let listingOfSetup = Listing { app in
    app.shown.topology.cniItems(isUnfolded: app.isUnfolded)
  }
}

/// Whoever reads the configuration, a file of it, a plugin, a cached result, or the heading over some.
struct CNIItem: Listed {
  var outline: Row
  var name: String
  var state = ""
  var says = ""

  static let columns: [ListColumn<CNIItem>] = [
    ListColumn("NAME", width: 24, minimum: 20, maximum: 44, priority: 9) { $0.name },
    ListColumn("STATE", width: 16, minimum: 16, maximum: 22, priority: 8) { $0.state },
    ListColumn("SAYS", width: 44, minimum: 24, maximum: 200, priority: 7) { $0.says },
  ]

  init(
    _ id: CNIRowID, _ name: String, state: String = "", says: String = "", style: Style = .plain,
    isFault: Bool = false, isHeading: Bool = false, facets: Row.Facets = Row.Facets()
  ) {
    outline = Row(
      id: .cni(id), style: style, isFault: isFault, isHeading: isHeading, facets: facets)
    self.name = name
    self.state = state
    self.says = says
  }
}
