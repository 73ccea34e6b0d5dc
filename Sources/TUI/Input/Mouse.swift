/// Something done with the mouse, and where.
public struct Mouse: Hashable, Sendable {
  public enum Action: Hashable, Sendable {
    case press
    case release
    /// The second press of two in quick succession on one cell; a plain press came before it.
    case doubleClick
    case wheelUp
    case wheelDown
  }

  public var action: Action
  /// From the top, from 0.
  public var row: Int
  /// From the left, from 0.
  public var column: Int

  public init(_ action: Action, row: Int, column: Int) {
    self.action = action
    self.row = row
    self.column = column
  }
}
