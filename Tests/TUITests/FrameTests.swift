import TUI
import Testing

@Suite struct FrameTests {
  @Test func cutsOffWithAnEllipsis() {
    var frame = Frame(Size(rows: 1, columns: 5))
    frame.write("abcdef")
    #expect(frame.text == "abcd…")
    frame.write("abcde")
    #expect(frame.text == "abcde")
  }

  @Test func neverDrawsOutsideARegion() {
    let region = Region(row: 1, column: 2, rows: 2, columns: 4)
    var frame = Frame(Size(rows: 4, columns: 8))
    for row in -2...5 {
      for column in -9...9 {
        frame.write("xx網xxxxxxx", row: row, column: column, style: .bad, in: region)
      }
    }
    for row in 0..<4 {
      for column in 0..<8 where !region.contains(row: row, column: column) {
        #expect(frame[row, column] == Frame(frame.size)[row, column])
      }
    }
  }

  @Test func survivesRegionsThatAreOutOfSight() {
    var frame = Frame(Size(rows: 2, columns: 3))
    for row in -3...3 {
      for size in -1...9 {
        let region = Region(row: row, column: row, rows: size, columns: size)
        frame.write("網x", in: region)
        frame.fill(region, with: "網")
        frame.restyle(region, \.selected)
        Box("title", note: "note").draw(on: &frame, in: region)
        Dialog("t", ["some words to wrap"]).draw(on: &frame, in: region)
        Details([.init("name", "value")]).draw(on: &frame, in: region)
        HelpList([.init(["q"], "quit")]).draw(on: &frame, in: region)
        frame.writeCentered("some words", in: region)
        Bar([.init(3)], of: 4).draw(on: &frame, in: region)
        LineEditor("some text").draw(on: &frame, in: region)
        MarkGrid(count: 40, cursor: 39, label: { "\($0)" }) { _ in .init("x") }
          .draw(on: &frame, in: region)
        Table([Column<Int>("N", width: 3) { "\($0)" }], rows: [1, 2], selection: 9)
          .draw(on: &frame, in: region)
      }
    }
  }

  @Test func givesWideCharactersTwoCells() {
    var frame = Frame(Size(rows: 1, columns: 6))
    frame.write("a網b")
    #expect((0..<6).map { frame[0, $0].width } == [1, 2, 0, 1, 1, 1])
    #expect(frame.text == "a網b")
  }

  @Test func blanksTheHalfThatIsLeftOfAWideCharacter() {
    var frame = Frame(Size(rows: 1, columns: 4))
    frame.write("網路")
    frame.write("x", column: 1)
    #expect(frame.text == " x路")
    frame.write("y", column: 2)
    #expect(frame.text == " xy")
  }

  @Test func doesNotSplitAWideCharacterAtTheEdge() {
    var frame = Frame(Size(rows: 1, columns: 4))
    frame.write("abc網")
    #expect(frame.text == "abc…")
    frame.write("a網路")
    #expect(frame.text == "a網…")
  }

  @Test func returnsWhereTheTextEnds() {
    var frame = Frame(Size(rows: 1, columns: 9))
    #expect(frame.write("網x", column: 1) == 4)
  }
}
