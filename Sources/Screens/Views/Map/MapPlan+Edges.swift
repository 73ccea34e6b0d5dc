import Quoting
import TUI
import Topology

/// What is above the bridges, and what is at the bottom.
extension MapPlan {
  /// The columns for a masquerade's packets, and a mark.
  private static let countWidth = 14
  private static let uplinkWidth = 24

  /// The uplinks beside each other, the first of them in the middle, then what is masqueraded.
  ///
  /// - Returns: what is left for the bridges.
  mutating func placeUplinks(_ map: NodeMap, in area: Region) -> Region? {
    var rest = area
    if !map.uplinks.isEmpty {
      let widths = map.uplinks.map { max($0.text.width + 4, Self.uplinkWidth) }
      let total = widths.reduce(-Self.gap) { $0 + $1 + Self.gap }
      guard total <= area.columns, area.rows > Self.boxRows else { return nil }
      var column = min((area.columns - widths[0]) / 2, area.columns - total)
      let (boxes, below) = area.top(Self.boxRows)
      for (uplink, width) in zip(map.uplinks, widths) {
        uplinks.append(Placed(item: uplink, region: boxes.inset(left: column).left(width).left))
        column += width + Self.gap
      }
      rest = below.inset(top: 1)  // its rate stands there
    }
    rest = placeMasquerades(map.masquerades, in: rest)
    busRow = rest.row
    return uplinks.isEmpty && masquerades.isEmpty ? rest : rest.inset(top: 1)
  }

  private mutating func placeMasquerades(
    _ hidden: [NodeMap.Masquerade], in area: Region
  ) -> Region {
    let middle = uplinks.first.map { $0.middle - area.column } ?? area.columns / 2
    let longest = hidden.map(\.text.width).max() ?? 0
    let width = min(longest + Self.countWidth, area.columns)
    let left = min(max(middle - width / 2, 0), area.columns - width)
    for (row, item) in hidden.enumerated() {
      let line = area.inset(top: row, left: left).top(1).top.left(width).left
      masquerades.append(Placed(item: item, region: line))
    }
    return area.inset(top: hidden.count)
  }

  /// Entries beside each other at the bottom.
  ///
  /// - Returns: what is left above them; `nil` if that is too little.
  mutating func placeOthers(_ others: [NodeMap.Other], in area: Region) -> Region? {
    guard !others.isEmpty else { return area }
    let margin = 2
    var (line, column) = (0, margin)
    var places: [(item: NodeMap.Other, line: Int, column: Int)] = []
    for other in others {
      let width = other.text.width + 2
      if column + width > area.columns, column > margin { (line, column) = (line + 1, margin) }
      places.append((other, line, column))
      column += width + Self.gap
    }
    guard line + 3 <= area.rows / 2 else { return nil }
    let (below, above) = area.bottom(line + 2)
    divider = below.top(1).top
    self.others = places.map { place in
      let region = below.inset(top: place.line + 1, left: place.column).top(1).top
      return Placed(item: place.item, region: region.left(place.item.text.width + 2).left)
    }
    return above
  }
}
