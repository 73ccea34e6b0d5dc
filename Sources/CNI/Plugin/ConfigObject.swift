import Addressing
import Formats

/// What becomes of a value that cannot be under its key.
enum Strictness {
  /// It is an error that names the key.
  case strict
  /// It is as good as absent; nothing throws.
  case lenient
}

/// One object of a configuration or of a result. `null` is as good as absent.
struct ConfigObject<Key: ConfigKey> {
  private let json: JSON
  /// Before every key in an error.
  private let path: String
  private let strictness: Strictness

  init(_ json: JSON, in path: String = "", strictness: Strictness = .strict) {
    self.init(json, path: path.isEmpty ? "" : path + ".", strictness)
  }

  private init(_ json: JSON, path: String, _ strictness: Strictness) {
    (self.json, self.path, self.strictness) = (json, path, strictness)
  }

  func text(_ key: Key) throws(CNIError) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.text else { return try refuse(key, "must be a text") }
    return text.isEmpty ? nil : text
  }

  func flag(_ key: Key) throws(CNIError) -> Bool {
    guard let value = value(key) else { return false }
    guard let flag = value.flag else { return try refuse(key, "must be true or false") ?? false }
    return flag
  }

  /// One of the range in the key's rule.
  func number<Number: FixedWidthInteger>(_ key: Key) throws(CNIError) -> Number? {
    guard let value = value(key) else { return nil }
    let range = key.rule.range
    guard let whole = value.integer, let number = Number(exactly: whole), range.contains(whole)
    else {
      return try refuse(key, "must be a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// The same, of which 0 is as good as absent.
  func positive<Number: FixedWidthInteger>(_ key: Key) throws(CNIError) -> Number? {
    try number(key).flatMap { $0 == 0 ? nil : $0 }
  }

  func address(_ key: Key) throws(CNIError) -> IPAddress? {
    guard let text = try text(key) else { return nil }
    guard let address = IPAddress(text) else {
      return try refuse(key, "must be an address", text)
    }
    return address
  }

  func prefix(_ key: Key) throws(CNIError) -> Prefix? {
    guard let text = try text(key) else { return nil }
    guard let prefix = Prefix(text) else {
      return try refuse(key, "must be an address with the length of its network", text)
    }
    return prefix
  }

  func mac(_ key: Key) throws(CNIError) -> MACAddress? {
    guard let text = try text(key) else { return nil }
    guard let bytes = MACAddress.bytes(of: text) else {
      return try refuse(key, "must be a MAC address", text)
    }
    guard let mac = MACAddress(bytes: bytes) else {
      return try refuse(key, "must be a MAC address of 6 bytes, and has \(bytes.count)", text)
    }
    return mac
  }

  func list(_ key: Key) throws(CNIError) -> [JSON] {
    guard let value = value(key) else { return [] }
    guard case .array(let elements) = value else { return try refuse(key, "must be a list") ?? [] }
    return elements
  }

  func texts(_ key: Key) throws(CNIError) -> [String] {
    try list(key).compactMapping { value throws(CNIError) in
      guard let text = value.text else { return try refuse(key, "must hold texts") }
      return text
    }
  }

  func object<Inner>(
    _ key: Key, of _: Inner.Type = Inner.self
  ) throws(CNIError) -> ConfigObject<Inner>? {
    guard let value = value(key) else { return nil }
    return value.isObject ? inner(value, key) : try refuse(key, "must be an object")
  }

  func objects<Inner>(
    _ key: Key, of _: Inner.Type = Inner.self
  ) throws(CNIError) -> [ConfigObject<Inner>] {
    try list(key).compactMapping { value throws(CNIError) in
      value.isObject ? inner(value, key) : try refuse(key, "must hold objects")
    }
  }

  /// The same object, of which other keys are wanted.
  func keyed<Other>(by _: Other.Type = Other.self) -> ConfigObject<Other> {
    ConfigObject<Other>(json, path: path, strictness)
  }

  private func inner<Inner>(_ value: JSON, _ key: Key) -> ConfigObject<Inner> {
    ConfigObject<Inner>(value, in: path + key.rawValue, strictness: strictness)
  }

  private func value(_ key: Key) -> JSON? {
    guard let value = json[key], value != .null else { return nil }
    return value
  }
}

extension ConfigObject {
  /// `nil` where the reader is lenient.
  func refuse<Value>(
    _ key: Key, _ why: String, _ text: String? = nil
  ) throws(CNIError) -> Value? {
    switch strictness {
    case .strict: throw wrong(key, why, text)
    case .lenient: return nil
    }
  }

  func missing(_ key: Key) -> CNIError { wrong(key, "is missing") }

  func wrong(_ key: Key, _ why: String, _ text: String? = nil) -> CNIError {
    CNIError(
      .invalidConfiguration,
      "\"\(path)\(key.rawValue)\" \(why)" + (text.map { ", not \"\($0.prefix(64))\"" } ?? ""))
  }
}

extension Array {
  func mapping<Value>(
    _ transform: (Element) throws(CNIError) -> Value
  ) throws(CNIError) -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try transform(element)) }
    return values
  }

  func compactMapping<Value>(
    _ transform: (Element) throws(CNIError) -> Value?
  ) throws(CNIError) -> [Value] {
    var values: [Value] = []
    for element in self {
      if let value = try transform(element) { values.append(value) }
    }
    return values
  }
}

extension KeyRule {
  fileprivate var range: ClosedRange<Int> {
    guard case .number(let range?) = type else { return Int.min...Int.max }
    return range
  }
}
