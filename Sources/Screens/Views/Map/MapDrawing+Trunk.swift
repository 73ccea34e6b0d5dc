import Quoting
import TUI
import Topology

extension MapDrawing {
  /// The line from the first uplink down to all bridges, with what flows on it.
  func drawTrunk(on frame: inout Frame) {
    guard let middle = plan.uplinks.first?.middle ?? plan.masquerades.first?.middle,
      !plan.bridges.isEmpty
    else { return }
    let ends = plan.bridges.map { $0.entry(from: middle) }
    let columns = (ends + [middle]).sorted()
    for column in columns[0]...columns[columns.count - 1] {
      let joint = Glyph.joint(
        up: column == middle, down: ends.contains(column), left: column > columns[0],
        right: column < columns[columns.count - 1])
      put(joint, at: (plan.busRow, column), on: &frame)
    }
    for end in ends { put(Glyph.teeUp, at: (plan.busRow + 1, end), on: &frame) }
    if let top = plan.uplinks.first { drawRise(to: top, on: &frame) }
  }

  private func drawRise(
    to top: MapPlan.Placed<NodeMap.Uplink>, on frame: inout Frame
  ) {
    let start = top.region.row + top.region.rows
    put(Glyph.teeDown, at: (start - 1, top.middle), on: &frame)
    for row in start..<plan.busRow { put(Glyph.vertical, at: (row, top.middle), on: &frame) }
    guard let rate = shown.traffic.rate(.interface(top.item.link.id)) else { return }
    let sent = "\(Glyph.up) \(Quantity.byteRate(rate.sentBytesPerSecond))"
    let received = "\(Glyph.down) \(Quantity.byteRate(rate.receivedBytesPerSecond))"
    frame.write("\(sent)  \(received)", row: start, column: top.middle + 2, style: .good)
  }
}

extension MapPlan.Placed<NodeMap.Switch> {
  /// Where a line from above comes in: straight down if it is over the bridge, and not over its title.
  func entry(from column: Int) -> Int {
    let start = region.column + item.title.width + 6
    let inside = start..<max(region.column + region.columns - 2, start)
    return inside.contains(column) ? column : middle
  }
}
