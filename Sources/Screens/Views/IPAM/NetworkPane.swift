import Addressing
import Quoting
import TUI
import Topology

extension App {
  /// A network's summary, its proportions, and its addresses.
  func drawNetwork(on frame: inout Frame, in area: Region) {
    guard let network else { return }
    frame.write(network.summary, column: 1, style: .heading, in: area)
    drawForecast(of: network, on: &frame, in: area)
    drawBar(on: &frame, in: area.inset(top: 1, left: 1, right: 1))
    let place = area.inset(top: 2, left: 1, right: 1)
    if let heat = heat(columns: place.columns - 22) {
      let block = cellAddress.map { "\($0)" } ?? ""
      frame.write("per /24 \(heat)  \(block)", style: .dim, in: place)
    } else if let address = cellAddress {
      frame.write(evidence(of: address, in: network), style: .plain, in: place)
    }
    let body = area.inset(top: 3, left: 1)
    if let grid = markGrid {
      grid.draw(on: &frame, in: body)
      drawLegend(on: &frame, in: body.inset(left: MarkGrid.width + 2))
    } else {
      drawUsed(on: &frame, in: body)
    }
  }

  private func drawForecast(of network: Network, on frame: inout Frame, in area: Region) {
    guard let left = time.growth.timeLeft(of: network, at: shown.at) else { return }
    let forecast = left > .zero ? "full in about \(Quantity.roughly(left))" : "full"
    let column = area.columns - forecast.width - 1
    guard column > network.summary.width + 2 else { return }
    frame.write(forecast, column: column, style: .changed, in: area)
  }

  /// How much of the range is taken: what a large one has is next to nothing, and a cell at least.
  private func drawBar(on frame: inout Frame, in area: Region) {
    guard let range, let capacity = Int(exactly: range.capacity) else { return }
    let leaked = allocations.count { $0.state == .leaked || $0.state == .suspect }
    let good = allocations.count { $0.state != .gateway } - leaked
    Bar(
      [.init(Double(good), Glyph.full, .good), .init(Double(leaked), Glyph.half, .bad)],
      of: Double(capacity)
    ).draw(on: &frame, in: area)
  }

  private func evidence(of address: IPAddress, in network: Network) -> String {
    guard let allocation else {
      return "\(address)  \(network.wordWithoutAllocation(for: address))"
    }
    return
      "\(address)  \(allocation.state.rawValue)  \(allocation.holder ?? "")  \(allocation.evidence)"
  }

  private func drawLegend(on frame: inout Frame, in area: Region) {
    let lines: [(Character, String)] = [
      (Glyph.used, "used"), (Glyph.free, "free"), (Glyph.gateway, "gateway"),
      (Glyph.leaked, "leaked"),
      (Glyph.suspect, "suspect"), (Glyph.unleased, "no lease"), (Glyph.duplicate, "duplicate"),
    ]
    for (row, line) in lines.enumerated() {
      frame.write("\(line.0) \(line.1)", row: row + 1, style: .dim, in: area)
    }
  }

  private func drawUsed(on frame: inout Frame, in area: Region) {
    let columns: [Column<Allocation>] = [
      Column("ADDRESS", width: 26, maximum: 39, priority: 3) { "\($0.address)" },
      Column("STATE", width: 9, priority: 2) { $0.state.rawValue },
      Column("HOLDER", width: 24, maximum: 60) { $0.holder ?? "–" },
    ]
    Table(columns, rows: allocations, selection: grid.isActive ? grid.cell : nil).draw(
      on: &frame, in: area)
  }
}
