/// A value of another type than the one asked for is treated as not there: plugins are free in what
/// they make of their own keys.
extension JSON {
  /// What stands under a key, as Go reads it into a structure (encoding/json, `Unmarshal`): the key may
  /// stand there in any case, and where it does more than once, each value goes over the ones before it.
  subscript(key: String) -> JSON? {
    let found = members.filter { $0.key.isKey(key) }.map(\.value)
    return found.count < 2 ? found.first : Self.overlaid(found)
  }

  /// What stands under exactly this key, as Go reads it into a map; of several the last.
  subscript(exactly key: String) -> JSON? {
    members.last { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// Objects are merged key by key and lists entry by entry, `null` ends a list and changes nothing else, and
  /// all others are replaced.
  private static func overlaid(_ values: [JSON]) -> JSON {
    guard let last = values.last(where: { $0 != .null }) else { return .null }
    switch last {
    case .object:
      let objects = values.filter { $0 != .null }.reversed().prefix(while: \.isObject)
      return .object(objects.reversed().flatMap(\.members))
    case .array(let elements):
      let lists = values.reversed().prefix(while: \.isArray).reversed().map(\.elements)
      guard lists.count > 1 else { return values.last ?? .null }
      return .array(
        elements.indices.map { index in
          overlaid(lists.filter { $0.indices.contains(index) }.map { $0[index] })
        })
    case _: return last
    }
  }

  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  var flag: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }

  /// None where it is not an array.
  var elements: [JSON] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// None where it is not an object.
  var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  var isObject: Bool {
    if case .object = self { true } else { false }
  }

  var isArray: Bool {
    if case .array = self { true } else { false }
  }

  /// The text under a key that has to be there.
  func required(_ key: String) throws(FormatFailure) -> String {
    guard let text = self[key]?.text, !text.isEmpty else { throw .missing(key: key) }
    return text
  }
}
