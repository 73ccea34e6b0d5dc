/// A column of a table: its heading, its width, and what it shows of a row. The same columns make a
/// table on the screen and in the text output of a command.
public struct Column<Row>: Sendable {
  public let title: String
  /// The narrowest it may be before columns of lower priority give way, what it would like to be,
  /// and the widest it may grow to where there is room.
  let width: (least: Int, ideal: Int, most: Int)
  let alignment: Alignment
  /// Columns of low priority vanish first where the screen is narrow.
  let priority: Int
  let style: @Sendable (Row) -> Style
  let text: @Sendable (Row) -> String

  /// `minimum` and `maximum` are `width` unless said otherwise; `priority` is 1 unless said otherwise.
  public init(
    _ title: String, width: Int, minimum: Int? = nil, maximum: Int? = nil,
    alignment: Alignment = .left, priority: Int = 1,
    style: @escaping @Sendable (Row) -> Style = { _ in .plain },
    text: @escaping @Sendable (Row) -> String
  ) {
    self.title = title
    let ideal = max(width, 1)
    self.width = (min(max(minimum ?? ideal, 1), ideal), ideal, max(maximum ?? ideal, ideal))
    self.alignment = alignment
    self.priority = priority
    self.style = style
    self.text = text
  }

  /// What it shows of a row.
  public func sortText(_ row: Row) -> String { text(row) }
}
