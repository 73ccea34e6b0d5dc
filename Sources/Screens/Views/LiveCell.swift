import TUI
import Topology

/// What a cell shows that changes from second to second: it is computed when it is drawn.
struct LiveCell: Sendable {
  typealias Amount = @Sendable (Row, App.ShownState) -> Double

  /// `nil` where the row says something itself.
  var text: @Sendable (Row, App.ShownState) -> String?
  /// What it sorts by.
  var amount: Amount?
  /// `nil`: that of the row.
  var style: Style? = .plain

  /// Of a link, or of a pod's first one.
  static func rate(_ amount: @escaping @Sendable (Traffic.Rate) -> Double) -> LiveCell {
    LiveCell(
      text: { row, shown in shown.traffic.rate(row.flow).map { Quantity.rate(amount($0)) } ?? "–" },
      amount: { row, shown in shown.traffic.rate(row.flow).map(amount) ?? -1 })
  }

  /// How much was received in the last seconds, as a line of bars.
  static let trend = LiveCell(
    text: { row, shown in
      shown.traffic.rate(row.flow).map { Sparkline($0.history).text(columns: 12) } ?? ""
    },
    amount: { row, shown in shown.traffic.rate(row.flow)?.history.last ?? -1 },
    style: .good)

  static let age = LiveCell(
    text: { row, shown in row.since.map { Quantity.age(shown.at.since($0)) } ?? "–" },
    amount: { row, _ in row.since.map { -Double($0.seconds) } ?? -1 }, style: nil)

  static let packets = LiveCell(
    text: { row, shown in
      guard case .rules = row.flow else { return "" }
      return shown.traffic.packets(row.flow).map { Quantity.count($0) } ?? "–"
    },
    amount: { row, shown in shown.traffic.packets(row.flow).map { Double($0) } ?? -1 })

  static let packetsPerSecond = LiveCell(
    text: { row, shown in
      guard case .rules = row.flow else { return "" }
      return shown.traffic.packetsPerSecond(row.flow).map { Quantity.rate($0) } ?? "–"
    },
    amount: { row, shown in shown.traffic.packetsPerSecond(row.flow) ?? -1 })
}

extension ListColumn {
  static func received(priority: Int) -> Self {
    .live("RX/s", width: 6, priority: priority, .rate { $0.receivedBytesPerSecond })
  }

  static func sent(priority: Int) -> Self {
    .live("TX/s", width: 6, priority: priority, .rate { $0.sentBytesPerSecond })
  }

  static var trend: Self { .live("TREND", width: 12, alignment: .left, priority: 1, .trend) }
  static var age: Self { .live("AGE", width: 4, priority: 3, .age) }
  static var packets: Self { .live("PACKETS", width: 9, priority: 6, .packets) }
  static var packetsPerSecond: Self { .live("/s", width: 6, priority: 5, .packetsPerSecond) }
}
