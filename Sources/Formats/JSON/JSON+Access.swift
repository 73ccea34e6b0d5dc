/// A value of another type than the one asked for is treated as not there: plugins are free in what
/// they make of their own keys.
extension JSON {
  /// What stands under a key, as Go reads it into a structure (encoding/json, `Unmarshal`): the key may
  /// stand there in any case, and where it does more than once, each value goes over the ones before it.
  public subscript(key: String) -> JSON? {
    guard let first = members.firstIndex(where: { $0.key.equalsFolded(key) }) else { return nil }
    let others = members[(first + 1)...].filter { $0.key.equalsFolded(key) }
    let value = members[first].value
    return others.isEmpty ? value : Self.overlaid([value] + others.map(\.value))
  }

  /// What stands under exactly this key, as Go reads it into a map; of several the last.
  public subscript(exactly key: String) -> JSON? {
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

  /// `nil` where it is not a string.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// `nil` where it is not a number, has a fraction or an exponent, or is too large for an `Int`.
  public var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// `nil` where it is neither `true` nor `false`.
  public var flag: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }

  /// None where it is not an array.
  public var elements: [JSON] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// None where it is not an object.
  public var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  public var isObject: Bool {
    if case .object = self { true } else { false }
  }

  public var isArray: Bool {
    if case .array = self { true } else { false }
  }

  /// The text under a key that has to be there.
  ///
  /// - Throws: `.missing` where it is not, is empty or of another type.
  public func required(_ key: String) throws(FormatFailure) -> String {
    guard let text = self[key]?.text, !text.isEmpty else { throw .missing(key: key) }
    return text
  }

  /// The same as libcni hands it on, which reads a configuration into maps and writes them again: of equal
  /// keys the last one, and all in the order of their bytes. Where a plugin finds one key in two cases it
  /// takes the latter.
  public var remarshalled: JSON {
    switch self {
    case .object(let members):
      var values: [[UInt8]: Member] = [:]
      for member in members {
        values[Array(member.key.utf8)] = Member(key: member.key, value: member.value.remarshalled)
      }
      return .object(values.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value))
    case .array(let elements): return .array(elements.map(\.remarshalled))
    case _: return self
    }
  }
}
