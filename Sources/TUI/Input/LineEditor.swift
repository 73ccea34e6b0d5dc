/// A line of text being typed.
///
/// What is before the cursor and what is behind it are two texts: typing, and taking in a paste, costs as
/// much as what is typed, however long the line is.
public struct LineEditor: Equatable, Sendable {
  /// The text before the cursor.
  public private(set) var before: String
  /// The text from the cursor on.
  public private(set) var after = ""
  /// Lines accepted before, oldest first.
  public private(set) var history: [String] = []
  private var recalled: Int?
  private var draft = ""

  public init(_ text: String = "") {
    before = text
  }

  public var text: String { before + after }

  /// The character it stands before, counted from 0.
  public var cursor: Int { before.count }

  /// Does what the key asks; `false` if it asks nothing of a line.
  public mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace, .control("h"): _ = before.popLast()
    case .delete, .control("d"): after = String(after.dropFirst())
    case .control("w"): removeWord()
    case .control("u"): before = ""
    case .control("k"): after = ""
    case .left, .control("b"):
      if let last = before.popLast() { after.insert(last, at: after.startIndex) }
    case .right, .control("f"): if !after.isEmpty { before.append(after.removeFirst()) }
    case .home, .control("a"): (before, after) = ("", text)
    case .end, .control("e"): (before, after) = (text, "")
    case .up: recall(earlier: recalled ?? history.count)
    case .down: recallLater()
    case .control, .alt, .function, .pageUp, .pageDown, .tab, .backTab, .enter, .escape, .insert:
      return false
    }
    return true
  }

  /// Takes in text at the cursor. A combining mark at its beginning joins the character there.
  public mutating func insert(_ text: String) {
    before += text
  }

  /// The text, kept in the history; the line is empty after.
  public mutating func accept() -> String {
    let accepted = text
    if !accepted.isEmpty, history.last != accepted { history.append(accepted) }
    recalled = nil
    replace(with: "")
    return accepted
  }

  private mutating func removeWord() {
    while before.last == " " { before.removeLast() }
    while let last = before.last, last != " " { before.removeLast() }
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
    (before, after) = (line, "")
  }
}
