/// A line of text being typed.
public struct LineEditor: Equatable, Sendable {
  public private(set) var text: String
  /// The character it stands before, counted from 0.
  public private(set) var cursor: Int
  /// Lines accepted before, oldest first.
  public private(set) var history: [String] = []
  private var recalled: Int?
  private var draft = ""

  public init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// Does what the key asks; `false` if it asks nothing of a line.
  public mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(character)
    case .backspace, .control("h"): remove(from: cursor - 1, to: cursor)
    case .delete, .control("d"): remove(from: cursor, to: cursor + 1)
    case .control("w"): remove(from: wordStart, to: cursor)
    case .control("u"): remove(from: 0, to: cursor)
    case .control("k"): remove(from: cursor, to: text.count)
    case .left, .control("b"): cursor = max(cursor - 1, 0)
    case .right, .control("f"): cursor = min(cursor + 1, text.count)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .up: recall(earlier: recalled ?? history.count)
    case .down: recallLater()
    case .control, .alt, .function, .pageUp, .pageDown, .tab, .backTab, .enter, .escape, .insert:
      return false
    }
    return true
  }

  /// The text, kept in the history; the line is empty after.
  public mutating func accept() -> String {
    let accepted = text
    if !accepted.isEmpty, history.last != accepted { history.append(accepted) }
    recalled = nil
    replace(with: "")
    return accepted
  }

  private mutating func insert(_ character: Character) {
    let start = text.index(text.startIndex, offsetBy: cursor)
    let after = text[start...].count
    text.insert(character, at: start)
    // A combining mark joins the character before it, so the count need not grow.
    cursor = max(text.count - after, 0)
  }

  private mutating func remove(from first: Int, to last: Int) {
    guard first >= 0, last <= text.count else { return }
    let characters = Array(text)
    text = String(characters[..<first] + characters[last...])
    cursor = min(first, text.count)
  }

  private var wordStart: Int {
    var start = cursor
    let characters = Array(text)
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    return start
  }

  private mutating func recall(earlier than: Int) {
    guard than > 0 else { return }
    if recalled == nil { draft = text }
    recalled = than - 1
    replace(with: history[than - 1])
  }

  private mutating func recallLater() {
    guard let current = recalled else { return }
    recalled = current + 1 < history.count ? current + 1 : nil
    replace(with: recalled.map { history[$0] } ?? draft)
  }

  private mutating func replace(with line: String) {
    text = line
    cursor = line.count
  }
}
