/// Marks in rows of sixteen with labels: the addresses of a range, one beside the other.
public struct MarkGrid {
  public struct Mark {
    var character: Character
    var style: Style

    public init(_ character: Character, _ style: Style = .plain) {
      self.character = character
      self.style = style
    }
  }

  public static let columns = 16
  /// The columns of a frame it takes.
  public static let width = labelWidth + 3 * columns + 1
  private static let labelWidth = 7

  /// How many marks there are.
  public var count: Int
  public var cursor: Int?
  let label: (_ row: Int) -> String
  let heading: (_ column: Int) -> String
  let mark: (_ index: Int) -> Mark

  /// Only rows in sight are asked for.
  public init(
    count: Int, cursor: Int? = nil, label: @escaping (_ row: Int) -> String,
    heading: @escaping (_ column: Int) -> String = { "." + String($0, radix: 16) },
    mark: @escaping (_ index: Int) -> Mark
  ) {
    self.count = count
    self.cursor = cursor
    self.label = label
    self.heading = heading
    self.mark = mark
  }

  public func draw(on frame: inout Frame, in region: Region) {
    for column in 0..<Self.columns {
      frame.write(heading(column), column: Self.left(column), style: .heading, in: region)
    }
    let first = firstRow(in: region)
    for line in 0..<max(min(region.rows - 1, rows - first), 0) {
      draw(first + line, line: line + 1, on: &frame, in: region)
    }
  }

  /// The mark shown at a place of the frame, if the grid is drawn in this region.
  public func index(at mouse: Mouse, in region: Region) -> Int? {
    let body = region.inset(top: 1, left: Self.labelWidth)
    guard body.contains(row: mouse.row, column: mouse.column) else { return nil }
    let column = (mouse.column - body.column) / 3
    let index = (firstRow(in: region) + mouse.row - body.row) * Self.columns + column
    return column < Self.columns && index < count ? index : nil
  }

  private var rows: Int { (count + Self.columns - 1) / Self.columns }

  private func firstRow(in region: Region) -> Int {
    Scroll.first(
      keeping: cursor.map { $0 / Self.columns }, count: rows, room: max(region.rows - 1, 0))
  }

  private func draw(_ row: Int, line: Int, on frame: inout Frame, in region: Region) {
    let label = self.label(row).padded(to: Self.labelWidth - 2)
    frame.write(label, row: line, style: .dim, in: region)
    for column in 0..<Self.columns where row * Self.columns + column < count {
      let index = row * Self.columns + column
      let mark = self.mark(index)
      let left = Self.left(column)
      guard index == cursor else {
        frame.write(
          String(mark.character), row: line, column: left + 1, style: mark.style, in: region)
        continue
      }
      frame.write("[", row: line, column: left, style: .accent.selected, in: region)
      frame.write(
        String(mark.character), row: line, column: left + 1, style: mark.style.selected, in: region)
      frame.write("]", row: line, column: left + 2, style: .accent.selected, in: region)
    }
  }

  private static func left(_ column: Int) -> Int { labelWidth + 3 * column }
}
