/// What a piece of text means, and whether it is selected. A theme decides what that looks like.
public struct Style: Hashable, Sendable {
  public enum Meaning: UInt8, CaseIterable, Sendable {
    case plain
    /// The name of the program or of what is shown.
    case title
    /// The head of a column or of a group.
    case heading
    /// True but unimportant.
    case dim
    /// Lines between things.
    case border
    /// Flows, or is as it should be.
    case good
    /// Changed a moment ago, or is suspect.
    case changed
    /// Broken or leaked.
    case bad
    /// The one thing to look at.
    case accent
    /// A key that may be pressed.
    case key
    /// What the program says to the person.
    case notice
    /// Was here and is no more.
    case gone
    /// Was not here before.
    case new
  }

  public var meaning: Meaning
  public var isSelected: Bool

  public init(_ meaning: Meaning, isSelected: Bool = false) {
    self.meaning = meaning
    self.isSelected = isSelected
  }

  /// The same, selected.
  public var selected: Style { Style(meaning, isSelected: true) }

  public static let plain = Style(.plain)
  public static let title = Style(.title)
  public static let heading = Style(.heading)
  public static let dim = Style(.dim)
  public static let border = Style(.border)
  public static let good = Style(.good)
  public static let changed = Style(.changed)
  public static let bad = Style(.bad)
  public static let accent = Style(.accent)
  public static let key = Style(.key)
  public static let notice = Style(.notice)
  public static let gone = Style(.gone)
  public static let new = Style(.new)
  /// Plain text that is selected.
  public static let selected = Style(.plain, isSelected: true)
}
