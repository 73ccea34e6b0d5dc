import TUI
import Topology

extension App {
  /// How the map is drawn as boxes; `nil` where it is a tree: because it is wanted, boxes do not fit, or
  /// not all of it is to be shown.
  func mapPlan(_ layout: Layout) -> MapPlan? {
    guard !settings.prefersTree, rows.count == list.all.count, layout.list != nil else {
      return nil
    }
    let isFolded = map.bridges.contains { !isUnfolded(.interface($0.bridge.id)) }
    return isFolded ? nil : MapPlan(map, in: layout.canvas.inset(left: 1, right: 1))
  }
}

extension MapPlan {
  /// Everything that can be selected, and where it is.
  var places: [(id: RowID, region: Region)] {
    uplinks.map { (.interface($0.item.link.id), $0.region) }
      + masquerades.map { ($0.item.rowID, $0.region) }
      + bridges.map { (.interface($0.item.bridge.id), $0.region) }
      + ports.map { ($0.placed.item.rowID, $0.placed.region) }
      + others.map { ($0.item.pod.rowID, $0.region) }
  }

  func rowID(at mouse: Mouse) -> RowID? {
    places.first { $0.region.contains(row: mouse.row, column: mouse.column) }?.id
  }

  /// What is next to something in a direction; the first of all where nothing is selected.
  func neighbour(of id: RowID?, _ direction: App.Direction, _ step: Int) -> RowID? {
    guard let here = places.first(where: { $0.id == id })?.region else {
      return places.first?.id
    }
    let ahead = places.filter { place in
      switch direction {
      case .down: (place.region.row - here.row) * step.signum() > 0
      case .right:
        place.region.row == here.row && (place.region.column - here.column) * step.signum() > 0
      }
    }
    return ahead.min { here.distance(to: $0.region) < here.distance(to: $1.region) }?.id
  }
}

extension Region {
  /// How far away another one is for the eye: a row counts more than all of its columns.
  fileprivate func distance(to other: Region) -> Int {
    abs(other.row - row) * 1000 + abs(other.column + other.columns / 2 - column - columns / 2)
  }
}
