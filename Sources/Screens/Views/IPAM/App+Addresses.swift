import Addressing
import TUI
import Topology

extension App {
  /// The selected network.
  var network: Network? {
    guard view == .ipam, case .network(let id) = selected else { return nil }
    return shown.topology.networks.first { $0.id == id }
  }

  /// The range of it that the grid shows.
  var range: Network.Range? {
    guard let ranges = network?.ranges, !ranges.isEmpty else { return nil }
    return ranges[min(grid.range, ranges.count - 1)]
  }

  /// Every address in it that is not free.
  var allocations: [Allocation] {
    guard let network, let range else { return network?.allocations ?? [] }
    return network.allocations.filter { range.subnet.contains($0.address) }
  }

  /// From the list to the grid of each range, and back.
  mutating func goToNextPane() {
    let next = grid.isActive ? grid.range + 1 : 0
    grid.isActive = next < max(network?.ranges.count ?? 0, 1)
    (grid.range, grid.cell) = (grid.isActive ? next : 0, 0)
  }

  /// Cells the grid has: the addresses of an IPv4 subnet, or the used ones of an IPv6 range.
  var cellCount: Int {
    guard let range, range.subnet.address.family == .v4 else { return allocations.count }
    return Int(clamping: range.subnet.addresses.count)
  }

  var cellAddress: IPAddress? { address(of: grid.cell) }

  var allocation: Allocation? {
    cellAddress.flatMap { network?.allocation(of: $0) }
  }

  func address(of cell: Int) -> IPAddress? {
    guard cell < cellCount else { return nil }
    guard let subnet = range?.subnet, subnet.address.family == .v4 else {
      return allocations[cell].address
    }
    return subnet.address.family.address(subnet.network.address.number + UInt128(cell))
  }

  /// The /24 that the cursor is in, of an IPv4 network.
  var markGrid: MarkGrid? {
    guard let network, let range, range.subnet.address.family == .v4 else { return nil }
    let first = grid.cell / 256 * 256
    let app = self
    return MarkGrid(
      count: min(cellCount - first, 256), cursor: grid.cell - first, label: { ".\($0 * 16)" },
      mark: { index in
        guard let address = app.address(of: first + index) else { return MarkGrid.Mark(" ") }
        if let allocation = network.allocation(of: address) { return allocation.state.mark }
        return range.addresses.contains(address)
          ? MarkGrid.Mark(Glyph.free, .dim) : MarkGrid.Mark(Glyph.reserved, .dim)
      })
  }

  /// A block per /24 of a larger IPv4 network: the fuller, the higher. As many as a row may hold.
  func heat(columns: Int) -> String? {
    guard markGrid != nil, cellCount > 256, columns > 0 else { return nil }
    let blocks = min((cellCount + 255) / 256, columns)
    let perBlock = (cellCount + blocks - 1) / blocks
    guard let base = address(of: 0)?.number else { return nil }
    var amounts = Array(repeating: 0.0, count: blocks)
    for allocation in allocations where allocation.address.number >= base {
      let place = Int(clamping: allocation.address.number - base) / perBlock
      if place < blocks { amounts[place] += 1 }
    }
    return Sparkline(amounts, peak: Double(min(perBlock, 256))).text(columns: blocks)
  }
}

extension Allocation.State {
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
