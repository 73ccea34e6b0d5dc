/// A value of another type than the one asked for is treated as not there: plugins are free in what
/// they make of their own keys.
extension JSON {
  subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
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

  /// The text under a key that has to be there.
  func required(_ key: String) throws(FormatFailure) -> String {
    guard let text = self[key]?.text, !text.isEmpty else { throw .missing(key: key) }
    return text
  }
}
