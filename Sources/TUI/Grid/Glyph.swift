/// The characters screens draw with, by what they say. All take one column.
///
/// Frames always hold these; a terminal that cannot show them gets `GlyphSet.character(for:)` instead.
public enum Glyph {
  // Cells of an address range.
  public static let used: Character = "■"
  public static let free: Character = "□"
  public static let leaked: Character = "✗"
  public static let suspect: Character = "?"
  public static let unleased: Character = "!"
  public static let duplicate: Character = "‼"
  public static let gateway: Character = "G"
  public static let reserved: Character = "·"

  // Signs.
  public static let selection: Character = "▸"
  public static let selectionBar: Character = "▌"
  public static let warning: Character = "▲"
  public static let failure: Character = "✖"
  public static let done: Character = "✓"
  public static let current: Character = "▶"
  public static let rewound: Character = "◀"
  public static let on: Character = "●"
  public static let off: Character = "○"
  public static let bullet: Character = "·"
  public static let command: Character = "≡"
  public static let ellipsis: Character = "…"
  public static let none: Character = "–"
  public static let removed: Character = "−"

  // Arrows.
  public static let peers: Character = "⇄"
  public static let toRight: Character = "→"
  public static let toLeft: Character = "←"
  public static let up: Character = "↑"
  public static let down: Character = "↓"
  public static let upDown: Character = "↕"
  public static let enter: Character = "↵"
  public static let ascending: Character = "▲"
  public static let descending: Character = "▼"

  // Amounts.
  public static let sparks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  public static let full: Character = "█"
  public static let half: Character = "▒"
  public static let empty: Character = "░"

  // Lines.
  public static let horizontal: Character = "─"
  public static let vertical: Character = "│"
  public static let topLeft: Character = "┌"
  public static let topRight: Character = "┐"
  public static let bottomLeft: Character = "└"
  public static let bottomRight: Character = "┘"
  public static let teeRight: Character = "├"
  public static let teeLeft: Character = "┤"
  public static let teeDown: Character = "┬"
  public static let teeUp: Character = "┴"
  public static let cross: Character = "┼"

  /// The line that goes into these directions from the middle of its cell.
  public static func joint(up: Bool, down: Bool, left: Bool, right: Bool) -> Character {
    switch (up, down, left, right) {
    case (true, true, true, true): cross
    case (true, true, true, false): teeLeft
    case (true, true, false, true): teeRight
    case (true, false, true, true): teeUp
    case (false, true, true, true): teeDown
    case (true, false, false, true): bottomLeft
    case (true, false, true, false): bottomRight
    case (false, true, false, true): topLeft
    case (false, true, true, false): topRight
    case (_, _, true, _), (_, _, _, true): horizontal
    case (_, _, false, false): vertical
    }
  }
}
