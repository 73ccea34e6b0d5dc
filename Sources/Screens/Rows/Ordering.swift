import TUI
import Topology

extension App {
  /// What comes before what: amounts by size, texts naturally.
  func order(_ sort: Table<Row>.Sort) -> (Row, Row) -> Bool {
    let column = columns[sort.column]
    return { left, right in
      let (left, right) = sort.isAscending ? (left, right) : (right, left)
      if let first = amount(left, column.title), let second = amount(right, column.title) {
        return first < second
      }
      return column.plain(left).precedesNaturally(column.plain(right))
    }
  }

  /// What a column of numbers stands for, if it is one.
  private func amount(_ row: Row, _ title: String) -> Double? {
    let rate = shown.traffic.rate(row.flow)
    switch title {
    case "RX/s": return rate?.receivedBytesPerSecond ?? -1
    case "TX/s": return rate?.sentBytesPerSecond ?? -1
    case "DROP/s": return rate?.droppedPerSecond ?? -1
    case "TREND": return rate?.history.last ?? -1
    case "/s": return shown.traffic.packetsPerSecond(row.flow) ?? -1
    case "PACKETS": return shown.traffic.packets(row.flow).map { Double($0) } ?? -1
    case "AGE": return row.since.map { -Double($0.seconds) } ?? -1
    default: return nil
    }
  }
}
