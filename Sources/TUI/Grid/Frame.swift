import Quoting

/// What a screen should look like: a grid of styled characters, and nothing about terminals.
public struct Frame: Equatable, Sendable {
  public let size: Size
  private var cells: [Cell]

  public init(_ size: Size) {
    self.size = Size(rows: max(size.rows, 0), columns: max(size.columns, 0))
    cells = Array(repeating: Cell(), count: self.size.rows * self.size.columns)
  }

  /// All of it.
  public var region: Region { Region(size) }

  /// A cell of it; row and column must be inside.
  public subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

  /// Writes `text`, cleaned, from `column` of `row` of a region (or of the frame). What does not fit
  /// is cut off with an ellipsis. Returns the column after the last one written.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int = 0, column: Int = 0, style: Style = .plain, in region: Region? = nil
  ) -> Int {
    let region = region ?? self.region
    let visible = region.intersection(self.region)
    let line = region.row + row
    var next = region.column + column
    let end = visible.column + visible.columns
    guard line >= visible.row, line < visible.row + visible.rows, next < end else { return column }

    let fits = text.utf8.count <= end - next || text.width <= end - next
    for element in CleanText(text) {
      if !fits, next + element.width > end - 1 {
        for rest in max(next, visible.column)..<end {
          put(Cell(character: rest == next ? "…" : " ", style: style), row: line, column: rest)
        }
        next = end
        break
      }
      if next >= visible.column {
        put(
          Cell(character: element.character, style: style, width: element.width), row: line,
          column: next)
      }
      next += element.width
    }
    return next - region.column
  }

  /// Fills a region with one character.
  public mutating func fill(
    _ region: Region, with character: Character = " ", style: Style = .plain
  ) {
    let visible = region.intersection(self.region)
    let clean = CleanText(String(character)).first { $0.width == 1 }?.character ?? " "
    for row in visible.row..<visible.row + visible.rows {
      for column in visible.column..<visible.column + visible.columns {
        put(Cell(character: clean, style: style), row: row, column: column)
      }
    }
  }

  /// Changes the style of what a region already shows.
  public mutating func restyle(_ region: Region, _ change: (Style) -> Style) {
    let visible = region.intersection(self.region)
    for row in visible.row..<visible.row + visible.rows {
      for column in visible.column..<visible.column + visible.columns {
        let index = row * size.columns + column
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// Puts a cell, and blanks the other half of a wide character that it covers.
  private mutating func put(_ cell: Cell, row: Int, column: Int) {
    let start = row * size.columns
    let last = column + max(cell.width, 1) - 1
    if cells[start + column].width == 0, column > 0 { cells[start + column - 1] = Cell() }
    if last + 1 < size.columns, cells[start + last + 1].width == 0 {
      cells[start + last + 1] = Cell()
    }
    cells[start + column] = cell
    if cell.width == 2 { cells[start + last] = Cell(character: " ", style: cell.style, width: 0) }
  }
}

extension Frame {
  /// The characters alone, a line per row, without trailing blanks.
  public var text: String { text(in: .unicode) }

  /// The same, as a terminal with these glyphs shows it.
  public func text(in glyphs: GlyphSet) -> String {
    (0..<size.rows).map { row in
      var line: [Character] = []
      for column in 0..<size.columns where self[row, column].width > 0 {
        line.append(glyphs.character(for: self[row, column].character))
      }
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}

/// One place on a screen.
public struct Cell: Equatable, Sendable {
  public internal(set) var character: Character = " "
  public internal(set) var style: Style = .plain
  private var columns: UInt8 = 1

  /// 2 for a wide character, 0 for the cell that its second half covers, 1 otherwise.
  public var width: Int { Int(columns) }

  init(character: Character = " ", style: Style = .plain, width: Int = 1) {
    self.character = character
    self.style = style
    columns = UInt8(width)
  }
}
