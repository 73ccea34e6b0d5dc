/// What a terminal can show beyond ASCII.
public enum GlyphSet: String, CaseIterable, Sendable {
  /// Everything: the terminal speaks UTF-8.
  case unicode
  /// The lines that an 8-bit terminal draws by its alternate character set.
  case lines
  case ascii

  /// What to show for a character of a frame, in one column unless it is `unicode`.
  public func character(for character: Character) -> Character {
    if self == .unicode || character.isASCII { return character }
    if self == .lines, Self.drawn.contains(character) { return character }
    return Self.substitutes[character] ?? "?"
  }

  /// What VT100 line drawing has.
  static let drawn: Set<Character> = [
    "─", "│", "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼", "▒", "·",
  ]

  private static let substitutes: [Character: Character] = [
    "■": "#", "□": "-", "✗": "x", "‼": "D", "·": ".",
    "▸": ">", "▌": "|", "▲": "^", "▼": "v", "✖": "X", "✓": "+", "▶": ">", "◀": "<", "●": "*",
    "○": "o", "≡": "$", "…": "~", "–": "-", "−": "-", "—": "-",
    "⇄": "=", "→": ">", "←": "<", "↑": "^", "↓": "v", "↕": "|", "↵": "<", "⇧": "^", "⏎": "<",
    "▁": "_", "▂": ".", "▃": ",", "▄": "-", "▅": "=", "▆": "+", "▇": "*", "█": "#", "▒": "%",
    "░": ".",
    "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+",
    "┴": "+", "┼": "+",
  ]
}
