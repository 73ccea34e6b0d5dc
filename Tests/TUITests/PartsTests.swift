import Quoting
import TUI
import TestKit
import Testing

@Suite struct PartsTests {
  @Test func drawsABoxWithTitleNoteAndPosition() throws {
    var frame = Frame(Size(rows: 7, columns: 30))
    let box = Box("pods", note: "3 of 14")
    let inside = box.draw(on: &frame, in: frame.region)
    box.drawPosition(on: &frame, in: frame.region, first: 9, shown: 5, count: 14)
    frame.write("inside", in: inside)
    try expectSnapshot(frame, "box")
  }

  @Test func drawsAnAddressGrid() throws {
    var frame = Frame(Size(rows: 4, columns: MarkGrid.width))
    MarkGrid(count: 256, cursor: 44, label: { ".\($0 * 16)" }) {
      $0 == 0 ? .init(Glyph.reserved, .dim) : .init(Glyph.used, .good)
    }.draw(on: &frame, in: frame.region)
    try expectSnapshot(frame, "grid")
  }

  @Test func wrapsLongDetails() throws {
    var frame = Frame(Size(rows: 6, columns: 34))
    let rows = Details([
      .init("pod", "default/web-7d9"), .init("container", "8f3a41c2d94be7f00a1b22c3 of containerd"),
      .init("state", "leaked", .bad),
    ]).draw(on: &frame, in: frame.region)
    #expect(rows == 4)
    try expectSnapshot(frame, "details")
  }

  @Test func drawsADialogAndAFilter() throws {
    var frame = Frame(Size(rows: 7, columns: 40))
    frame.fill(frame.region, with: Glyph.empty, style: .dim)
    Dialog("Remove", ["Remove 9 leaked leases?", "y yes  n no"]).draw(on: &frame, in: frame.region)
    LineEditor("a filter that is much longer than its place")
      .draw(on: &frame, in: frame.region.bottom(1).bottom.left(20).left)
    try expectSnapshot(frame, "dialog")
  }

  @Test func dividesABar() {
    var frame = Frame(Size(rows: 1, columns: 10))
    Bar([.init(40), .init(0.1, Glyph.half)], of: 100).draw(on: &frame, in: frame.region)
    #expect(frame.text == "████▒░░░░░")
  }

  @Test func drawsTheCourseOfAnAmount() {
    #expect(Sparkline([9, 0, 50, 100]).text(columns: 5) == " ▂▁▅█")
    #expect(Sparkline([1, 2, 3], peak: 100).text(columns: 2) == "▂▂")
    #expect(Sparkline([.nan, -1]).text(columns: 2) == "▁▁")
  }

  @Test func hasSubstitutesForAllThatItDraws() {
    let drawn = "■□✗?!‼G·▸▌▲✖✓▶◀●○≡…–−⇄→←↑↓↕↵▼▁▂▃▄▅▆▇█▒░─│┌┐└┘├┤┬┴┼"
    for character in drawn where character != "?" {
      #expect(GlyphSet.ascii.character(for: character) != "?", "\(character)")
      #expect(String(character).width == 1)
    }
  }
}
