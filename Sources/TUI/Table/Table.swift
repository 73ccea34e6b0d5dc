import Quoting

/// Rows under headings, scrolled so that the selected one shows. Only rows in sight are computed.
public struct Table<Row> {
  /// The column the rows are sorted by. The table says so; sorting is the caller's.
  public struct Sort: Equatable, Sendable {
    /// Of the column in the list of all.
    public var column: Int
    public var isAscending: Bool

    public init(column: Int, isAscending: Bool = true) {
      self.column = column
      self.isAscending = isAscending
    }
  }

  public var columns: [Column<Row>]
  public var rows: [Row]
  public var selection: Int?
  /// The row that was on top before, so that the table moves no more than it must.
  public var top: Int
  public var sort: Sort?
  /// What to say where there are no rows.
  public var empty: String
  /// Whether a row is over those below it: its first text takes all of the width.
  public var isHeading: (Row) -> Bool

  public init(
    _ columns: [Column<Row>], rows: [Row], selection: Int? = nil, top: Int = 0, sort: Sort? = nil,
    empty: String = "", isHeading: @escaping (Row) -> Bool = { _ in false }
  ) {
    self.columns = columns
    self.rows = rows
    self.selection = selection
    self.top = top
    self.sort = sort
    self.empty = empty
    self.isHeading = isHeading
  }

  /// Draws headings, and as many rows as fit below them.
  public func draw(on frame: inout Frame, in region: Region) {
    let places = layout(region).places
    for place in places { drawHeading(place, on: &frame, in: region) }
    if rows.isEmpty {
      for (index, line) in empty.wrapped(to: region.columns - Self.margin).enumerated() {
        frame.write(line, row: index + 1, column: Self.margin, style: .dim, in: region)
      }
      return
    }
    let first = firstRow(in: region)
    let last = min(first + room(region), rows.count)
    for index in first..<max(last, first) {
      draw(index, places, on: &frame, in: region.inset(top: 1 + index - first).top(1).top)
    }
  }

  /// All rows as plain text, each column as wide as what it shows: what a screen is kept as.
  public var text: String {
    var table = TextTable(
      columns.map { .init($0.title, isNumber: $0.alignment == .right) }, placeholder: "")
    for row in rows { table.add(columns.map { $0.text(row).cleaned }) }
    return table.lines.map { $0 + "\n" }.joined()
  }

  /// The row on top when drawn in this region.
  public func firstRow(in region: Region) -> Int {
    Scroll.first(keeping: selection, near: top, count: rows.count, room: room(region))
  }

  /// The row shown at a place of the frame, if the table is drawn in this region.
  public func row(at mouse: Mouse, in region: Region) -> Int? {
    let body = region.inset(top: 1)
    guard body.contains(row: mouse.row, column: mouse.column) else { return nil }
    let index = firstRow(in: region) + mouse.row - body.row
    return index < rows.count ? index : nil
  }

  /// The column whose heading is at a place of the frame, if the table is drawn in this region.
  public func heading(at mouse: Mouse, in region: Region) -> Int? {
    guard region.top(1).top.contains(row: mouse.row, column: mouse.column) else { return nil }
    let column = mouse.column - region.column - Self.margin
    return layout(region).places.first { ($0.left..<$0.left + $0.width).contains(column) }?.index
  }

  /// Left of the columns stands the selection mark.
  private static var margin: Int { 1 }

  private func wholeWidth(_ line: Region) -> ColumnLayout.Place {
    ColumnLayout.Place(index: 0, left: 0, width: max(line.columns - Self.margin, 0))
  }

  private func room(_ region: Region) -> Int { max(region.rows - 1, 0) }

  private func layout(_ region: Region) -> ColumnLayout {
    ColumnLayout(
      columns.map(width), priorities: columns.map(\.priority), room: region.columns - Self.margin)
  }

  /// A column that may grow takes no more room than its texts need. Beyond so many rows it is not
  /// worth looking at all of them.
  private func width(_ column: Column<Row>) -> (least: Int, ideal: Int, most: Int) {
    let (least, ideal, most) = column.width
    guard most > ideal, rows.count <= 1000 else { return column.width }
    let needed = rows.reduce(column.title.width) { width, row in
      isHeading(row) ? width : max(width, column.text(row).width)
    }
    return (min(least, needed), min(ideal, needed), min(most, needed))
  }

  private func drawHeading(
    _ place: ColumnLayout.Place, on frame: inout Frame, in region: Region
  ) {
    let column = columns[place.index]
    var title = column.title
    if let sort, sort.column == place.index {
      let mark = sort.isAscending ? Glyph.ascending : Glyph.descending
      title = title.fitted(to: place.width - 1) + String(mark)
    }
    frame.write(
      title.padded(to: place.width, column.alignment), column: Self.margin + place.left,
      style: .heading, in: region)
  }

  private func draw(
    _ index: Int, _ places: [ColumnLayout.Place], on frame: inout Frame, in line: Region
  ) {
    for place in isHeading(rows[index]) ? [wholeWidth(line)] : places {
      let column = columns[place.index]
      let text = column.text(rows[index]).padded(to: place.width, column.alignment)
      frame.write(
        text, column: Self.margin + place.left, style: column.style(rows[index]), in: line)
    }
    guard index == selection else { return }
    frame.write(String(Glyph.selection), in: line)
    frame.restyle(line, \.selected)
  }
}
