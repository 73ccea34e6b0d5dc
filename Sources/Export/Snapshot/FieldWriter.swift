import Formats
import Topology

/// Writes each field. A field that is `nil` is left out.
extension JSONWriter: FieldCoder {
  static var writes: Bool { true }

  mutating func field(_ key: String, _ value: inout String) {
    field(key, value)
  }

  mutating func field(_ key: String, _ value: inout String?) {
    field(key, value)
  }

  mutating func field(_ key: String, _ value: inout Bool) {
    field(key, value)
  }

  mutating func field(_ key: String, _ value: inout Bool?) {
    if let value { field(key, value) }
  }

  mutating func field(_ key: String, _ value: inout some FixedWidthInteger) {
    field(key, value)
  }

  mutating func field<Number: FixedWidthInteger>(_ key: String, _ value: inout Number?) {
    field(key, value)
  }

  mutating func field(_ key: String, _ value: inout some TextCoded) {
    let value = value
    field(key, plain: { value.write(to: &$0) })
  }

  mutating func field<Value: TextCoded>(_ key: String, _ value: inout Value?) {
    if var value { field(key, &value) }
  }

  mutating func field(_ key: String, _ value: inout some Coded, _ context: CodingContext) {
    object(key) { value.code(&$0, context) }
  }

  mutating func field<Value: Coded>(
    _ key: String, _ value: inout Value?, _ context: CodingContext
  ) {
    if var value { field(key, &value, context) }
  }

  mutating func list(_ key: String, _ values: inout [String]) {
    list(key, values)
  }

  mutating func list<Value: TextCoded>(_ key: String, _ values: inout [Value]) {
    let texts = values.map { value in
      var bytes: [UInt8] = []
      value.write(to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    list(key, texts)
  }

  mutating func list<Value: Coded>(
    _ key: String, _ values: inout [Value], _ context: CodingContext
  ) {
    list(key, values) { json, value in
      var value = value
      value.code(&json, context)
    }
  }

  mutating func list<Value: Coded & Equatable & Sendable>(
    _ key: String, _ values: inout ChunkedArray<Value>, _ context: CodingContext
  ) {
    list(key, values) { json, value in
      var value = value
      value.code(&json, context)
    }
  }

  mutating func list<Value: Coded>(
    _ key: String, _ values: inout [Value]?, _ context: CodingContext
  ) {
    if var values { list(key, &values, context) }
  }

  func check(_ key: String, _ isSound: @autoclosure () -> Bool, _ wanted: String) {}
}
