import Quoting
import TUI
import Topology

/// Where the boxes of a map stand: from top to bottom what leads out, what is masqueraded, the bridges,
/// their pods, and what is on no bridge.
struct MapPlan {
  /// Something of the map, and its place in the frame.
  struct Placed<Item> {
    var item: Item
    var region: Region
    /// The column of its cable.
    var middle: Int { region.column + region.columns / 2 }
  }

  var uplinks: [Placed<NodeMap.Uplink>] = []
  var masquerades: [Placed<NodeMap.Masquerade>] = []
  var bridges: [Placed<NodeMap.Switch>] = []
  /// The boxes under the bridges, each with the row its cable starts on.
  var ports: [(placed: Placed<NodeMap.Port>, top: Int)] = []
  /// The line over those that are on no bridge.
  var divider: Region?
  var others: [Placed<NodeMap.Other>] = []
  /// The row of the line that all bridges hang on.
  var busRow = 0

  static let gap = 2
  static let boxRows = 3

  /// - Returns: `nil` where it does not fit.
  init?(_ map: NodeMap, in area: Region) {
    guard !map.uplinks.isEmpty || !map.bridges.isEmpty, map.leastColumns <= area.columns,
      let above = placeOthers(map.others, in: area)
    else { return nil }
    let head = (map.uplinks.isEmpty ? 0 : Self.boxRows + 1) + map.masquerades.count + 1
    let room = Region(rows: above.rows - head, columns: area.columns)
    guard
      let lattice = PodGrid.all(ideal: map.idealWidth, lines: map.lines).first(where: {
        Self.size(of: map.bridges, $0).fits(in: room)
      })
    else { return nil }
    let spare = room.rows - Self.size(of: map.bridges, lattice).rows
    guard let below = placeUplinks(map, in: above.inset(top: min(spare / 3, 4))) else { return nil }
    place(map.bridges, lattice, in: below)
  }

  /// What all bridges take beside each other.
  private static func size(of bridges: [NodeMap.Switch], _ lattice: PodGrid) -> Size {
    let rows = bridges.map { boxRows + lattice.rows(for: $0.ports.count) }
    return Size(
      rows: rows.max() ?? 0,
      columns: bridges.reduce(-gap) { $0 + width(of: $1, lattice) + gap })
  }

  private static func width(of bridge: NodeMap.Switch, _ lattice: PodGrid) -> Int {
    max(lattice.columns(for: bridge.ports.count), bridge.text.width + 4, bridge.title.width + 6)
  }

  private mutating func place(_ bridges: [NodeMap.Switch], _ lattice: PodGrid, in area: Region) {
    var column = (area.columns - Self.size(of: bridges, lattice).columns) / 2
    for bridge in bridges {
      let width = Self.width(of: bridge, lattice)
      let (box, below) = area.inset(left: column).left(width).left.top(Self.boxRows)
      self.bridges.append(Placed(item: bridge, region: box))
      let margin = (width - lattice.columns(for: bridge.ports.count)) / 2
      for (index, port) in bridge.ports.enumerated() {
        let place = below.inset(
          top: lattice.drop(of: index), left: margin + lattice.left(of: index))
        let region = place.top(lattice.height).top.left(lattice.width).left
        ports.append((Placed(item: port, region: region), below.row))
      }
      column += width + Self.gap
    }
  }
}

extension Size {
  fileprivate func fits(in room: Region) -> Bool { rows <= room.rows && columns <= room.columns }
}

extension NodeMap {
  /// Narrower it cannot be, so that of a large node no more has to be tried.
  fileprivate var leastColumns: Int {
    bridges.reduce(0) { $0 + $1.ports.count * PodGrid.leastStep }
  }

  private var all: [Port] { bridges.flatMap(\.ports) }

  /// The columns that a pod's box takes to show its texts whole, and its cable's name above.
  fileprivate var idealWidth: Int {
    let texts = all.flatMap { [$0.name, $0.note] + $0.addresses }.map(\.width).max() ?? 0
    let cable = all.map { $0.link?.name.width ?? 0 }.max() ?? 0
    return max(texts + 4, 2 * (cable + 1))
  }

  /// The lines that the fullest box would like.
  fileprivate var lines: Int { 2 + min(all.map(\.addresses.count).max() ?? 1, 2) }
}
