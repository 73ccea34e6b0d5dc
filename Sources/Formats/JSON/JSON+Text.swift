extension JSON {
  /// The value as text, indented as the reference plugins do it.
  public var written: String {
    var writer = JSONWriter(indent: 4)
    writer.value(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// An object of those members that there are.
  public static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }

  /// A list of texts; `nil` for none.
  public static func texts(_ texts: [String]) -> JSON? {
    texts.isEmpty ? nil : .array(texts.map(JSON.string))
  }
}
