import TUI
import Topology

extension App {
  /// The columns of the view on screen.
  var columns: [Column<Row>] {
    switch view {
    case .map: mapColumns
    case .pods: podColumns
    case .links: linkColumns
    case .ipam: networkColumns
    case .nat: isWide ? chainColumns : ruleColumns
    case .events: eventColumns
    case .wire: wireColumns
    case .cni: cniColumns
    }
  }

  private var mapColumns: [Column<Row>] {
    let traffic = shown.traffic
    return [
      cell("NODE", 0, width: 30, minimum: 24, maximum: 44, priority: 9),
      cell("ADDRESS", 1, width: 15, minimum: 12, maximum: 40, priority: 8),
      Column("POD", width: 16, minimum: 12, maximum: 44, priority: 8) { row in
        traffic.packets(row.flow).map { "\(Quantity.count($0)) packets" } ?? row.cells[2]
      },
      rate("RX/s", priority: 7) { $0.receivedBytesPerSecond },
      rate("TX/s", priority: 7) { $0.sentBytesPerSecond },
      trend,
    ]
  }

  private var podColumns: [Column<Row>] {
    [
      cell("POD", 0, width: 24, minimum: 20, maximum: 48, priority: 9),
      cell("ADDRESS", 1, width: 15, maximum: 26, priority: 8), cell("IF", 2, width: 5, priority: 4),
      cell("VETH", 3, width: 12, minimum: 12, maximum: 15, priority: 6),
      cell("BRIDGE", 4, width: 8, maximum: 15, priority: 5),
      rate("RX/s", priority: 7) { $0.receivedBytesPerSecond },
      rate("TX/s", priority: 7) { $0.sentBytesPerSecond },
      age,
      cell("SOURCE", 8, width: 10, priority: 2),
      cell("STATE", 9, width: 12, maximum: 30, priority: 3),
    ]
  }

  private var linkColumns: [Column<Row>] {
    [
      cell("LINK", 0, width: 16, minimum: 16, maximum: 19, priority: 9),
      cell("IN", 1, width: 20, minimum: 10, maximum: 40, priority: 6),
      cell("KIND", 2, width: 7, priority: 4), cell("STATE", 3, width: 7, priority: 7),
      cell("OTHER END", 4, width: 22, minimum: 18, maximum: 50, priority: 8),
      rate("RX/s", priority: 7) { $0.receivedBytesPerSecond },
      rate("TX/s", priority: 7) { $0.sentBytesPerSecond },
      rate("DROP/s", priority: 3) { $0.droppedPerSecond },
      cell("MTU", 8, width: 5, maximum: 7, alignment: .right, priority: 3),
      cell("MAC", 9, width: 17, priority: 2),
      cell("PORT", 10, width: 12, maximum: 30, priority: 2),
      trend,
    ]
  }

  private var networkColumns: [Column<Row>] {
    [
      cell("NETWORK", 0, width: 14, maximum: 30, priority: 9),
      cell("RANGE", 1, width: 20, maximum: 40, priority: 8),
      cell("USED", 2, width: 6, alignment: .right, priority: 7),
      cell("FREE", 3, width: 6, alignment: .right, priority: 7),
      cell("LEAKED", 4, width: 6, alignment: .right, priority: 6),
      cell("ODD", 5, width: 4, alignment: .right, priority: 5),
      cell("BRIDGE", 6, width: 10, priority: 4),
      cell("LEASES", 7, width: 28, maximum: 60, priority: 2),
    ]
  }

  private var ruleColumns: [Column<Row>] {
    [
      cell("WHAT", 0, width: 10, maximum: 60, priority: 9),
      cell("FROM", 1, width: 15, minimum: 11, maximum: 26, priority: 8),
      cell("TO", 2, width: 22, minimum: 16, maximum: 44, priority: 7),
      cell("VIA", 3, width: 8, maximum: 18, priority: 4),
      cell("OWNER", 4, width: 20, minimum: 16, maximum: 40, priority: 8), packets,
      rulePace, cell("BACKEND", 7, width: 15, priority: 2),
    ]
  }

  private var chainColumns: [Column<Row>] {
    [cell("CHAINS AND RULES", 0, width: 60, minimum: 20, maximum: 300, priority: 9), packets]
  }

  private var eventColumns: [Column<Row>] {
    [
      cell("TIME", 0, width: 8, priority: 9), cell("WHAT", 1, width: 8, maximum: 10, priority: 8),
      cell("NAME", 2, width: 20, minimum: 12, maximum: 40, priority: 8),
      cell("CHANGE", 3, width: 30, minimum: 16, maximum: 200, priority: 7),
      cell("IN", 4, width: 20, minimum: 10, maximum: 40, priority: 4),
      cell("CHANGES", 5, width: 7, alignment: .right, priority: 2),
    ]
  }

  private var wireColumns: [Column<Row>] {
    [
      cell(
        job == nil ? "WHAT" : "  STEP", 0, width: 40, minimum: 24, maximum: 60, priority: 9),
      cell("ABOUT", 1, width: 26, minimum: 20, maximum: 80, priority: 8),
      cell(job == nil ? "" : "REQUEST", 2, width: 18, minimum: 10, maximum: 40, priority: 5),
    ]
  }

  func cell(
    _ title: String, _ index: Int, width: Int, minimum: Int? = nil, maximum: Int? = nil,
    alignment: Alignment = .left, priority: Int
  ) -> Column<Row> {
    let marks = shown.marks
    return Column(
      title, width: width, minimum: minimum, maximum: maximum, alignment: alignment,
      priority: priority, style: { marks.style(of: $0) },
      text: { row in
        guard index < row.cells.count else { return "" }
        return index == 0 ? marks.title(of: row) : row.cells[index]
      })
  }

  private func rate(
    _ title: String, priority: Int, _ pace: @escaping @Sendable (Traffic.Rate) -> Double
  ) -> Column<Row> {
    let traffic = shown.traffic
    return Column(title, width: 6, alignment: .right, priority: priority) { row in
      traffic.rate(row.flow).map { Quantity.rate(pace($0)) } ?? "–"
    }
  }

  private var trend: Column<Row> {
    let traffic = shown.traffic
    return Column("TREND", width: 12, priority: 1, style: { _ in .good }) { row in
      traffic.rate(row.flow).map { Sparkline($0.history).text(columns: 12) } ?? ""
    }
  }

  private var age: Column<Row> {
    let (marks, now) = (shown.marks, shown.at)
    return Column(
      "AGE", width: 4, alignment: .right, priority: 3, style: { marks.style(of: $0) },
      text: { row in row.since.map { Quantity.age(now.since($0)) } ?? "–" })
  }

  private var packets: Column<Row> {
    let traffic = shown.traffic
    return Column("PACKETS", width: 9, alignment: .right, priority: 6) { row in
      guard case .rules = row.flow else { return "" }
      return traffic.packets(row.flow).map { Quantity.count($0) } ?? "–"
    }
  }

  private var rulePace: Column<Row> {
    let traffic = shown.traffic
    return Column("/s", width: 6, alignment: .right, priority: 5) { row in
      guard case .rules = row.flow else { return "" }
      return traffic.packetsPerSecond(row.flow).map { Quantity.rate($0) } ?? "–"
    }
  }
}

extension Column {
  /// What it shows of a row, as text to sort by.
  func plain(_ row: Row) -> String { sortText(row) }
}
