import TUI

/// A frame with some of everything.
enum Sample {
  static func frame(_ size: Size, said: String) -> Frame {
    var frame = Frame(size)
    frame.write("probe", column: 1, style: .title)
    frame.write("said: \(said)", column: 9)
    let (list, rest) = frame.region.inset(top: 2).left(size.columns / 2)
    let box = Box("rules", note: "2 of \(rows.count)")
    let inside = box.draw(on: &frame, in: list)
    Table(columns, rows: rows, selection: 1, empty: "none").draw(on: &frame, in: inside)

    let (top, below) = Box("range").draw(on: &frame, in: rest).top(6)
    MarkGrid(count: 64, cursor: 12, label: { "." + String($0 * 16) }) { index in
      index % 7 == 3
        ? .init(Glyph.leaked, .bad) : .init(index < 40 ? Glyph.used : Glyph.free, .good)
    }.draw(on: &frame, in: top)
    Bar([.init(37, Glyph.full, .good), .init(9, Glyph.half, .bad)], of: 254)
      .draw(on: &frame, in: below.inset(left: 1, right: 1))
    let spark = Sparkline([0, 1, 4, 9, 16, 25, 36]).text(columns: 12)
    frame.write(spark, row: 1, column: 1, style: .accent, in: below)
    Details([
      .init("lease", "since 13:58:04 (3 min)"), .init("text", "tab\t esc\u{1b}[2J wide 網路 é"),
      .init("gone", "old-web", .gone), .init("changed", "learning → forwarding", .changed),
      .init("new", "web-7d9", .new), .init("key", "↵ open", .key), .init("notice", "done", .notice),
    ]).draw(on: &frame, in: below.inset(top: 3, left: 1))
    return frame
  }

  private struct Rule {
    var from: String
    var owner: String
    var packets: UInt64
  }

  private static let rows = [
    Rule(from: "10.22.0.2", owner: "default/web-7d9", packets: 1204),
    Rule(from: "10.22.0.9", owner: "gone", packets: 0),
    Rule(from: "10.22.0.3", owner: "網路/api", packets: 87),
  ]

  private static var columns: [Column<Rule>] {
    [
      Column("FROM", width: 12) { $0.from },
      Column("OWNER", width: 10, maximum: 24, style: { $0.owner == "gone" ? .bad : .plain }) {
        $0.owner
      },
      Column("PACKETS", width: 8, alignment: .right, priority: 0) { Quantity.count($0.packets) },
    ]
  }
}
