import TUI
import Synchronization
import TestKit
import Testing

@Suite struct TableTests {
  struct Rule: Sendable {
    var kind: String
    var from: String
    var owner: String
    var packets: UInt64
  }

  static let rules = [
    Rule(kind: "masquerade", from: "10.22.0.2", owner: "default/web-7d9", packets: 1204),
    Rule(kind: "masquerade", from: "10.22.0.9", owner: "gone", packets: 0),
    Rule(kind: "dnat", from: "any", owner: "網路/\u{1b}[31mred", packets: 87),
    Rule(kind: "masquerade", from: "fd00:1234:5678::42", owner: "kube-system/coredns", packets: 3),
  ]

  static let columns: [Column<Rule>] = [
    Column("WHAT", width: 10) { $0.kind },
    Column("FROM", width: 15, minimum: 9, maximum: 39) { $0.from },
    Column("OWNER", width: 20, minimum: 8, style: { $0.owner == "gone" ? .bad : .plain }) {
      $0.owner
    },
    Column("PACKETS", width: 8, alignment: .right, priority: 0) { Quantity.count($0.packets) },
  ]

  @Test(arguments: [24, 48, 80])
  func laysColumnsOut(columns: Int) throws {
    var frame = Frame(Size(rows: 6, columns: columns))
    let table = Table(Self.columns, rows: Self.rules, selection: 2, sort: .init(column: 1))
    table.draw(on: &frame, in: frame.region)
    try expectSnapshot(frame, "table-\(columns)")
  }

  @Test func saysThatItIsEmpty() throws {
    var frame = Frame(Size(rows: 4, columns: 30))
    Table(Self.columns, rows: [], empty: "No pods on this node yet. Try cnitop demo.")
      .draw(on: &frame, in: frame.region)
    try expectSnapshot(frame, "table-empty")
  }

  @Test func computesOnlyRowsInSight() {
    let computed = Counter()
    let column = Column<Int>("N", width: 8) {
      computed.count.withLock { $0 += 1 }
      return "\($0)"
    }
    var frame = Frame(Size(rows: 11, columns: 20))
    Table([column], rows: Array(0..<20_000), selection: 15_000).draw(on: &frame, in: frame.region)
    #expect(computed.count.withLock { $0 } == 10)
    #expect(frame.text.contains("▸15000"))
  }

  @Test func movesNoMoreThanItMust() {
    #expect(Scroll.first(keeping: 5, near: 3, count: 100, room: 10) == 3)
    #expect(Scroll.first(keeping: 2, near: 3, count: 100, room: 10) == 2)
    #expect(Scroll.first(keeping: 13, near: 3, count: 100, room: 10) == 4)
    #expect(Scroll.first(keeping: nil, near: 95, count: 100, room: 10) == 90)
    #expect(Scroll.first(keeping: 0, near: 7, count: 3, room: 10) == 0)
  }

  @Test func findsTheRowAndTheHeadingUnderTheMouse() {
    let region = Region(row: 2, column: 4, rows: 3, columns: 60)
    let table = Table(Self.columns, rows: Self.rules, selection: 3)
    #expect(table.row(at: Mouse(.press, row: 3, column: 9), in: region) == 2)
    #expect(table.row(at: Mouse(.press, row: 9, column: 9), in: region) == nil)
    #expect(table.heading(at: Mouse(.press, row: 2, column: 5), in: region) == 0)
    #expect(table.heading(at: Mouse(.press, row: 2, column: 18), in: region) == 1)
    #expect(table.heading(at: Mouse(.press, row: 3, column: 18), in: region) == nil)
  }

  @Test func aHeadingTakesAllOfTheWidth() {
    var frame = Frame(Size(rows: 3, columns: 30))
    let table = Table(
      [Column<String>("A", width: 4, maximum: 20) { $0 }, Column("B", width: 4) { _ in "b" }],
      rows: ["a heading over all", "x"], isHeading: { $0.count > 4 })
    table.draw(on: &frame, in: frame.region)
    #expect(frame.text == " A  B\n a heading over all\n x  b")
  }

  @Test func printsTheSameColumnsAsText() {
    #expect(
      Table(Self.columns, rows: Array(Self.rules.prefix(3))).text == """
        WHAT        FROM       OWNER            PACKETS
        masquerade  10.22.0.2  default/web-7d9    1 204
        masquerade  10.22.0.9  gone                   0
        dnat        any        網路/␛[31mred         87

        """)
  }
}

private final class Counter: Sendable {
  let count = Mutex(0)
}
