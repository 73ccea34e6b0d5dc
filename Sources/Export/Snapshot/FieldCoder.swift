import Topology

/// Goes through the fields of a value one by one, and writes each or sets it: one list of fields per type says
/// how it is written and how it is read.
protocol FieldCoder {
  /// Nothing goes wrong when writing.
  associatedtype Failure: Error

  /// Whether values are written; if not, they are read.
  static var writes: Bool { get }

  mutating func field(_ key: String, _ value: inout String) throws(Failure)
  mutating func field(_ key: String, _ value: inout String?) throws(Failure)
  mutating func field(_ key: String, _ value: inout Bool) throws(Failure)
  mutating func field(_ key: String, _ value: inout Bool?) throws(Failure)
  mutating func field(_ key: String, _ value: inout some FixedWidthInteger) throws(Failure)
  mutating func field<Number: FixedWidthInteger>(
    _ key: String, _ value: inout Number?) throws(Failure)
  mutating func field(_ key: String, _ value: inout some TextCoded) throws(Failure)
  mutating func field<Value: TextCoded>(_ key: String, _ value: inout Value?) throws(Failure)
  mutating func field(
    _ key: String, _ value: inout some Coded, _ context: CodingContext) throws(Failure)
  mutating func field<Value: Coded>(
    _ key: String, _ value: inout Value?, _ context: CodingContext) throws(Failure)

  mutating func list(_ key: String, _ values: inout [String]) throws(Failure)
  mutating func list<Value: TextCoded>(_ key: String, _ values: inout [Value]) throws(Failure)
  mutating func list<Value: Coded>(
    _ key: String, _ values: inout [Value], _ context: CodingContext) throws(Failure)
  mutating func list<Value: Coded & Equatable & Sendable>(
    _ key: String, _ values: inout ChunkedArray<Value>, _ context: CodingContext) throws(Failure)
  /// `nil` for a list that is not there.
  mutating func list<Value: Coded>(
    _ key: String, _ values: inout [Value]?, _ context: CodingContext) throws(Failure)

  /// Refuses what was read unless `isSound`: `wanted` says what `key` has to hold.
  func check(
    _ key: String, _ isSound: @autoclosure () -> Bool, _ wanted: String) throws(Failure)
}

extension FieldCoder {
  /// Takes what was made of fields that were read, which is `nil` where they do not fit together.
  func take<Value>(
    _ value: inout Value, _ made: @autoclosure () -> Value?, _ key: String, _ wanted: String
  ) throws(Failure) {
    if Self.writes { return }
    let made = made()
    try check(key, made != nil, wanted)
    if let made { value = made }
  }

  /// What follows from other fields is written, and not read.
  mutating func derived(_ key: String, _ value: @autoclosure () -> String?) throws(Failure) {
    guard Self.writes, var text = value() else { return }
    try field(key, &text)
  }

  mutating func derived<Value: Coded>(
    _ key: String, _ value: @autoclosure () -> Value?, _ context: CodingContext
  ) throws(Failure) {
    guard Self.writes, var value = value() else { return }
    try field(key, &value, context)
  }

  mutating func derived<Number: FixedWidthInteger>(
    _ key: String, _ value: @autoclosure () -> Number?
  ) throws(Failure) {
    guard Self.writes, var number = value() else { return }
    try field(key, &number)
  }
}

/// A value that is an object of JSON.
protocol Coded {
  /// One to be read into.
  static var blank: Self { get }

  /// Goes through its fields, in the order in which they are written.
  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure)
}
