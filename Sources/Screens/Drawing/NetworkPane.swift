import Addressing
import Cells
import Topology

extension App {
  /// A network's summary, its proportions, and its addresses.
  func drawNetwork(on frame: inout Frame, in area: Region) {
    guard let network else { return }
    let leaked = network.count(.leaked) + network.count(.suspect)
    let summary =
      "\(network.name)   \(network.taken) taken · \(leaked) leaked · \(network.free) free of \(network.size)"
    frame.write(summary, column: 1, style: .heading, in: area)
    let bar = area.inset(top: 1, left: 1, right: 1)
    if let capacity = Double(network.size) {
      let good = Double(network.taken - leaked)
      Bar([.init(good, Glyph.full, .good), .init(Double(leaked), Glyph.half, .bad)], of: capacity)
        .draw(on: &frame, in: bar)
    }
    let place = area.inset(top: 2, left: 1, right: 1)
    if let heat = heat(columns: place.columns - 22) {
      let block = cellAddress.map { "\($0)" } ?? ""
      frame.write("per /24 \(heat)  \(block)", style: .dim, in: place)
    } else if let address = cellAddress {
      frame.write(evidence(of: address, in: network), style: .plain, in: place)
    }
    let body = area.inset(top: 3, left: 1)
    if let grid {
      grid.draw(on: &frame, in: body)
      drawLegend(on: &frame, in: body.inset(left: MarkGrid.width + 2))
    } else {
      drawUsed(network, on: &frame, in: body)
    }
  }

  private func evidence(of address: IPAddress, in network: Network) -> String {
    guard let holding else { return "\(address)  \(network.wordWithoutHolding(for: address))" }
    return "\(address)  \(holding.state.rawValue)  \(holding.holder ?? "")  \(holding.evidence)"
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

  private func drawUsed(_ network: Network, on frame: inout Frame, in area: Region) {
    let columns: [Column<Holding>] = [
      Column("ADDRESS", width: 26, maximum: 39, priority: 3) { "\($0.address)" },
      Column("STATE", width: 9, priority: 2) { $0.state.rawValue },
      Column("HOLDER", width: 24, maximum: 60) { $0.holder ?? "–" },
    ]
    Table(columns, rows: network.holdings, selection: isInGrid ? cell : nil).draw(
      on: &frame, in: area)
  }
}
