import Addressing
import Cells
import Topology

extension App {
  /// The selected network.
  var network: Network? {
    guard view == .ipam, case .network(let id) = selected else { return nil }
    return shown.topology.networks.first { $0.id == id }
  }

  /// Cells the grid has: the addresses of an IPv4 subnet, or the used ones of an IPv6 range.
  var cellCount: Int {
    guard let network, let subnet = network.ranges.first?.subnet else { return 0 }
    if subnet.address.family == .v6 { return network.holdings.count }
    return Int(clamping: subnet.addresses.count)
  }

  var cellAddress: IPAddress? { address(of: cell) }

  var holding: Holding? {
    cellAddress.flatMap { network?.holding(of: $0) }
  }

  func address(of cell: Int) -> IPAddress? {
    guard let network, let subnet = network.ranges.first?.subnet, cell < cellCount else {
      return nil
    }
    if subnet.address.family == .v6 { return network.holdings[cell].address }
    return subnet.address.family.address(subnet.network.address.number + UInt128(cell))
  }

  /// The /24 that the cursor is in, of an IPv4 network.
  var grid: MarkGrid? {
    guard let network, let range = network.ranges.first, range.subnet.address.family == .v4 else {
      return nil
    }
    let first = cell / 256 * 256
    let app = self
    return MarkGrid(
      count: min(cellCount - first, 256), cursor: cell - first, label: { ".\($0 * 16)" },
      mark: { index in
        guard let address = app.address(of: first + index) else { return MarkGrid.Mark(" ") }
        if let holding = network.holding(of: address) { return holding.state.mark }
        return range.addresses.contains(address)
          ? MarkGrid.Mark(Glyph.free, .dim) : MarkGrid.Mark(Glyph.reserved, .dim)
      })
  }

  /// A block per /24 of a larger IPv4 network: the fuller, the higher. As many as a row may hold.
  func heat(columns: Int) -> String? {
    guard let network, grid != nil, cellCount > 256, columns > 0 else { return nil }
    let blocks = min((cellCount + 255) / 256, columns)
    let perBlock = (cellCount + blocks - 1) / blocks
    guard let base = address(of: 0)?.number else { return nil }
    var amounts = Array(repeating: 0.0, count: blocks)
    for holding in network.holdings where holding.address.number >= base {
      let place = Int(clamping: holding.address.number - base) / perBlock
      if place < blocks { amounts[place] += 1 }
    }
    return Sparkline(amounts, peak: Double(min(perBlock, 256))).text(columns: blocks)
  }
}

extension Holding.State {
  var mark: MarkGrid.Mark {
    switch self {
    case .used: MarkGrid.Mark(Glyph.used, .good)
    case .gateway: MarkGrid.Mark(Glyph.gateway, .accent)
    case .leaked: MarkGrid.Mark(Glyph.leaked, .bad)
    case .suspect: MarkGrid.Mark(Glyph.suspect, .changed)
    case .unleased: MarkGrid.Mark(Glyph.unleased, .changed)
    case .duplicate: MarkGrid.Mark(Glyph.duplicate, .bad)
    }
  }
}
