extension String {
  /// Whether its bytes hold those of another text, which is not empty: for lists that are searched at
  /// every key, where a general search is too slow.
  public func holds(_ needle: String) -> Bool {
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
