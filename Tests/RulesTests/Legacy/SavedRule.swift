/// A line of iptables-save, whose comments are told apart from the rest.
struct SavedRule {
  private var words: [String] = []
  private var comments: [String] = []

  init(_ line: String) {
    var rest = Substring(line)
    while let word = Self.next(&rest) {
      words.append(word)
      guard words.suffix(3) == ["-m", "comment", "--comment"], let text = Self.next(&rest) else {
        continue
      }
      words.removeLast(3)
      comments.append(Self.plain(text))
    }
  }

  /// Its comments at the end, where ours keeps them.
  var line: String {
    words.joined(separator: " ")
      + (comments.isEmpty ? "" : " # " + comments.joined(separator: ", "))
  }

  /// The next word with its quotes, in which spaces do not count.
  private static func next(_ rest: inout Substring) -> String? {
    var word = ""
    var isQuoted = false
    while let sign = rest.popFirst() {
      if sign == " ", !isQuoted { return word }
      if sign == "\"" { isQuoted.toggle() }
      word.append(sign)
      if sign == "\\", let escaped = rest.popFirst() { word.append(escaped) }
    }
    return word.isEmpty ? nil : word
  }

  private static func plain(_ word: String) -> String {
    guard word.hasPrefix("\"") else { return word }
    var text = ""
    var signs = word.dropFirst().dropLast()
    while let sign = signs.popFirst() {
      text.append(sign == "\\" ? signs.popFirst() ?? sign : sign)
    }
    return text
  }
}
