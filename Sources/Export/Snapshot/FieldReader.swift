import Formats
import Topology

/// Sets each field to what one object of JSON says. What the object has besides is left alone: a newer
/// version may say more.
struct FieldReader: FieldCoder {
  static var writes: Bool { false }

  private let members: [JSON.Member]
  private let place: JSONPlace
  /// Fields mostly come in the order in which they are asked for.
  private var next = 0

  init(_ json: JSON, at place: JSONPlace = .top) throws(SnapshotError) {
    guard case .object(let members) = json else { throw place.refusing("an object") }
    self.members = members
    self.place = place
  }

  private mutating func value(_ key: String) -> JSON? {
    for distance in members.indices {
      let position = (next + distance) % members.count
      if members[position].key == key {
        next = position + 1
        return members[position].value
      }
    }
    return nil
  }

  /// `nil` where there is none; refused where it is another thing than `wanted`.
  private mutating func optional<Value>(
    _ key: String, _ wanted: @autoclosure () -> String, _ read: (JSON) -> Value?
  ) throws(SnapshotError) -> Value? {
    guard let json = value(key) else { return nil }
    guard let value = read(json) else { throw place.key(key).refusing(wanted()) }
    return value
  }

  private mutating func required<Value>(
    _ key: String, _ wanted: @autoclosure () -> String, _ read: (JSON) -> Value?
  ) throws(SnapshotError) -> Value {
    guard let value = try optional(key, wanted(), read) else {
      throw place.key(key).refusing(wanted())
    }
    return value
  }

  mutating func field(_ key: String, _ value: inout String) throws(SnapshotError) {
    value = try required(key, "a text", \.text)
  }

  mutating func field(_ key: String, _ value: inout String?) throws(SnapshotError) {
    value = try optional(key, "a text", \.text)
  }

  mutating func field(_ key: String, _ value: inout Bool) throws(SnapshotError) {
    value = try required(key, "true or false", \.flag)
  }

  mutating func field(_ key: String, _ value: inout Bool?) throws(SnapshotError) {
    value = try optional(key, "true or false", \.flag)
  }

  mutating func field<Number: FixedWidthInteger>(
    _ key: String, _ value: inout Number
  ) throws(SnapshotError) {
    value = try required(key, Number.range) { $0.whole(Number.self) }
  }

  mutating func field<Number: FixedWidthInteger>(
    _ key: String, _ value: inout Number?
  ) throws(SnapshotError) {
    value = try optional(key, Number.range) { $0.whole(Number.self) }
  }

  mutating func field<Value: TextCoded>(
    _ key: String, _ value: inout Value
  ) throws(SnapshotError) {
    value = try required(key, Value.wanted) { $0.text.flatMap { Value($0) } }
  }

  mutating func field<Value: TextCoded>(
    _ key: String, _ value: inout Value?
  ) throws(SnapshotError) {
    value = try optional(key, Value.wanted) { $0.text.flatMap { Value($0) } }
  }

  func check(
    _ key: String, _ isSound: @autoclosure () -> Bool, _ wanted: String
  ) throws(SnapshotError) {
    if !isSound() { throw place.key(key).refusing(wanted) }
  }
}

extension FieldReader {
  mutating func field<Value: Coded>(
    _ key: String, _ value: inout Value, _ context: CodingContext
  ) throws(SnapshotError) {
    guard let json = self.value(key) else { throw place.key(key).refusing("an object") }
    value = try read(json, at: place.key(key), context)
  }

  mutating func field<Value: Coded>(
    _ key: String, _ value: inout Value?, _ context: CodingContext
  ) throws(SnapshotError) {
    guard let json = self.value(key) else {
      value = nil
      return
    }
    value = try read(json, at: place.key(key), context) as Value
  }

  mutating func list(_ key: String, _ values: inout [String]) throws(SnapshotError) {
    values = try elements(key, "a text") { $0.text }
  }

  mutating func list<Value: TextCoded>(
    _ key: String, _ values: inout [Value]
  ) throws(SnapshotError) {
    values = try elements(key, Value.wanted) { $0.text.flatMap { Value($0) } }
  }

  mutating func list<Value: Coded>(
    _ key: String, _ values: inout [Value], _ context: CodingContext
  ) throws(SnapshotError) {
    var found: [Value]?
    try list(key, &found, context)
    guard let found else { throw place.key(key).refusing("a list") }
    values = found
  }

  mutating func list<Value: Coded & Equatable & Sendable>(
    _ key: String, _ values: inout ChunkedArray<Value>, _ context: CodingContext
  ) throws(SnapshotError) {
    var found: [Value] = []
    try list(key, &found, context)
    values = ChunkedArray(found)
  }

  mutating func list<Value: Coded>(
    _ key: String, _ values: inout [Value]?, _ context: CodingContext
  ) throws(SnapshotError) {
    values = nil
    guard let json = value(key) else { return }
    let place = place.key(key)
    guard case .array(let elements) = json else { throw place.refusing("a list") }
    var found: [Value] = []
    for (index, element) in elements.enumerated() {
      found.append(try read(element, at: place.element(index), context))
    }
    values = found
  }

  private func read<Value: Coded>(
    _ json: JSON, at place: JSONPlace, _ context: CodingContext
  ) throws(SnapshotError) -> Value {
    var reader = try FieldReader(json, at: place)
    var value = Value.blank
    try value.code(&reader, context)
    return value
  }

  private mutating func elements<Value>(
    _ key: String, _ wanted: @autoclosure () -> String, _ read: (JSON) -> Value?
  ) throws(SnapshotError) -> [Value] {
    guard case .array(let elements)? = value(key) else { throw place.key(key).refusing("a list") }
    var values: [Value] = []
    for (index, element) in elements.enumerated() {
      guard let value = read(element) else {
        throw place.key(key).element(index).refusing(wanted())
      }
      values.append(value)
    }
    return values
  }
}

extension JSON {
  /// `nil` where it is no whole number, or not one of this type.
  fileprivate func whole<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
    switch self {
    case .integer(let number): Number(exactly: number)
    case .large(let number): Number(exactly: number)
    case .null, .bool, .number, .string, .array, .object: nil
    }
  }
}

extension FixedWidthInteger {
  fileprivate static var range: String { "a whole number from \(min) to \(max)" }
}
