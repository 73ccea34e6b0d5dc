/// A number of rows and columns.
public struct Size: Equatable, Sendable {
  public var rows: Int
  public var columns: Int

  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// A rectangle of a frame. What is drawn in it is addressed from its corner and never leaves it.
public struct Region: Equatable, Sendable {
  public var row: Int
  public var column: Int
  /// Never below zero.
  public let rows: Int
  /// Never below zero.
  public let columns: Int

  public init(row: Int = 0, column: Int = 0, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(rows, 0)
    self.columns = max(columns, 0)
  }

  /// All of a frame of this size.
  public init(_ size: Size) {
    self.init(rows: size.rows, columns: size.columns)
  }

  /// This region without so many rows and columns on its sides.
  public func inset(top: Int = 0, left: Int = 0, bottom: Int = 0, right: Int = 0) -> Region {
    Region(
      row: row + top, column: column + left, rows: rows - top - bottom,
      columns: columns - left - right)
  }

  /// The first `count` rows of it, and the rest.
  public func top(_ count: Int) -> (top: Region, rest: Region) {
    let count = min(max(count, 0), rows)
    return (inset(bottom: rows - count), inset(top: count))
  }

  /// The last `count` rows of it, and the rest.
  public func bottom(_ count: Int) -> (bottom: Region, rest: Region) {
    let count = min(max(count, 0), rows)
    return (inset(top: rows - count), inset(bottom: count))
  }

  /// The first `count` columns of it, and the rest.
  public func left(_ count: Int) -> (left: Region, rest: Region) {
    let count = min(max(count, 0), columns)
    return (inset(right: columns - count), inset(left: count))
  }

  /// A region of this size in the middle of it, or as much of that as there is room for.
  public func centered(_ size: Size) -> Region {
    let rows = min(size.rows, self.rows)
    let columns = min(size.columns, self.columns)
    return Region(
      row: row + (self.rows - rows) / 2, column: column + (self.columns - columns) / 2, rows: rows,
      columns: columns)
  }

  /// Whether a cell of the frame is in it.
  public func contains(row: Int, column: Int) -> Bool {
    row >= self.row && row < self.row + rows && column >= self.column
      && column < self.column + columns
  }

  func intersection(_ other: Region) -> Region {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Region(
      row: top, column: left, rows: min(row + rows, other.row + other.rows) - top,
      columns: min(column + columns, other.column + other.columns) - left)
  }
}
