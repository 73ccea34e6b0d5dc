import Quoting

extension String {
  /// Cleaned, and cut off with an ellipsis where it is wider than `columns`.
  public func fitted(to columns: Int) -> String {
    guard columns > 0 else { return "" }
    guard width > columns else { return cleaned }
    return clipped(to: columns - 1) + "…"
  }

  /// Cleaned, in exactly `columns` columns.
  public func padded(to columns: Int, _ alignment: Alignment = .left) -> String {
    let text = fitted(to: columns)
    let blanks = String(repeating: " ", count: Swift.max(columns - text.width, 0))
    return alignment == .left ? text + blanks : blanks + text
  }

  private func clipped(to columns: Int) -> String {
    var text = ""
    var room = columns
    for element in CleanText(self) {
      room -= element.width
      if room < 0 { break }
      text.append(element.character)
    }
    return text
  }
}

extension String {
  /// Whether its bytes hold those of another text, which is not empty: for lists that are searched at
  /// every key, where a general search is too slow.
  public func containsBytes(of needle: String) -> Bool {
    let (text, wanted) = (utf8Span.span, needle.utf8Span.span)
    guard wanted.count <= text.count, wanted.count > 0 else { return wanted.isEmpty }
    for start in 0...text.count - wanted.count where text[start] == wanted[0] {
      var length = 1
      while length < wanted.count, text[start + length] == wanted[length] { length += 1 }
      if length == wanted.count { return true }
    }
    return false
  }
}

/// The side of a column that its text stands on.
public enum Alignment: Sendable {
  case left
  case right
}
