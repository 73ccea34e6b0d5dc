/// The top level of a YAML document, as far as it is plain texts and lists of them: what a kubelet's
/// configuration is asked for. What is nested deeper is read over.
public struct YAMLKeys {
  private var values: [String: [String]] = [:]

  /// Any text will do: what is not understood is read over.
  public init(_ text: String) {
    var key: String?
    for line in text.split(whereSeparator: \.isNewline) {
      let isNested = line.first == " " || line.first == "\t" || line.first == "-"
      let content = line.drop { $0 == " " || $0 == "\t" }
      if isNested {
        if let key, content.hasPrefix("- ") {
          values[key]?.append(Self.plain(content.dropFirst(2)))
        }
      } else if let colon = content.firstIndex(of: ":"), !content.hasPrefix("#") {
        let name = Self.plain(content[..<colon])
        key = name
        values[name] = Self.list(content[content.index(after: colon)...])
      }
    }
  }

  /// None where the key is not there, or holds something else.
  public subscript(_ key: String) -> [String] { (values[key] ?? []).filter { !$0.isEmpty } }

  private static func list(_ text: Substring) -> [String] {
    let text = plain(text)
    guard text.hasPrefix("["), text.hasSuffix("]") else { return text.isEmpty ? [] : [text] }
    return text.dropFirst().dropLast().split(separator: ",").map(plain)
  }

  /// Without a comment, spaces around it, and quotes.
  private static func plain(_ text: Substring) -> String {
    let words = text.split(separator: " ").prefix { !$0.hasPrefix("#") }.joined(separator: " ")
    guard let quote = words.first, quote == "\"" || quote == "'", words.count > 1,
      words.last == quote
    else { return words }
    return String(words.dropFirst().dropLast())
  }
}
