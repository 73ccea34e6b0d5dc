import Quoting

extension JSON {
  /// An object of those members that there are.
  public static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }

  /// A list of texts; `nil` for none.
  public static func texts(_ texts: [String]) -> JSON? {
    texts.isEmpty ? nil : .array(texts.map(JSON.string))
  }
}

extension JSON {
  /// The value as text, indented as the reference plugins do it.
  public var written: String {
    var text = ""
    write(to: &text, indent: "\n")
    return text
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .large(let number): text += String(number)
    case .number(let number): text += number.isFinite ? String(number) : "null"
    case .string(let string): text += string.jsonString
    case .array(let elements):
      Self.list(elements, "[", "]", &text, indent) { $0.write(to: &$1, indent: $2) }
    case .object(let members):
      Self.list(members, "{", "}", &text, indent) { member, text, indent in
        text += member.key.jsonString + ": "
        member.value.write(to: &text, indent: indent)
      }
    }
  }

  private static func list<Part>(
    _ parts: [Part], _ open: String, _ close: String, _ text: inout String, _ indent: String,
    _ write: (Part, inout String, String) -> Void
  ) {
    text += open
    for (position, part) in parts.enumerated() {
      text += (position == 0 ? "" : ",") + indent + "    "
      write(part, &text, indent + "    ")
    }
    text += (parts.isEmpty ? "" : indent) + close
  }
}
