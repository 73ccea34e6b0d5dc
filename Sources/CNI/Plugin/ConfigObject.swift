import Addressing
import Formats

/// One object of a configuration, read strictly: a value of the wrong type is an error that names its key,
/// `null` is as good as absent.
struct ConfigObject<Key: ConfigKey> {
  private let json: JSON
  /// Before every key in an error.
  private let path: String

  init(_ json: JSON, in path: String = "") {
    self.json = json
    self.path = path.isEmpty ? "" : path + "."
  }

  fileprivate init(_ json: JSON, path: String) {
    self.json = json
    self.path = path
  }

  func text(_ key: Key) throws(CNIError) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.text else { throw wrong(key, "must be a text") }
    return text.isEmpty ? nil : text
  }

  func flag(_ key: Key) throws(CNIError) -> Bool {
    guard let value = value(key) else { return false }
    guard let flag = value.flag else { throw wrong(key, "must be true or false") }
    return flag
  }

  /// One of the range in the key's rule.
  func number<Number: FixedWidthInteger>(_ key: Key) throws(CNIError) -> Number? {
    guard let value = value(key) else { return nil }
    let range = key.rule.range
    guard let whole = value.integer, let number = Number(exactly: whole), range.contains(whole)
    else { throw wrong(key, "must be a number from \(range.lowerBound) to \(range.upperBound)") }
    return number
  }

  /// The same, of which 0 is as good as absent.
  func positive<Number: FixedWidthInteger>(_ key: Key) throws(CNIError) -> Number? {
    try number(key).flatMap { $0 == 0 ? nil : $0 }
  }

  func texts(_ key: Key) throws(CNIError) -> [String] {
    try list(key).mapping { value throws(CNIError) in
      guard let text = value.text else { throw wrong(key, "must hold texts") }
      return text
    }
  }

  func object<Inner>(
    _ key: Key, of _: Inner.Type = Inner.self
  ) throws(CNIError) -> ConfigObject<Inner>? {
    guard let value = value(key) else { return nil }
    guard value.isObject else { throw wrong(key, "must be an object") }
    return ConfigObject<Inner>(value, in: path + key.rawValue)
  }

  func objects<Inner>(
    _ key: Key, of _: Inner.Type = Inner.self
  ) throws(CNIError) -> [ConfigObject<Inner>] {
    try list(key).mapping { value throws(CNIError) in
      guard value.isObject else { throw wrong(key, "must hold objects") }
      return ConfigObject<Inner>(value, in: path + key.rawValue)
    }
  }

  /// The same object, of which other keys are wanted.
  func keyed<Other>(by _: Other.Type = Other.self) -> ConfigObject<Other> {
    ConfigObject<Other>(json, path: path)
  }

  func address(_ key: Key) throws(CNIError) -> IPAddress? {
    guard let text = try text(key) else { return nil }
    guard let address = IPAddress(text) else { throw wrong(key, "must be an address", text) }
    return address
  }

  func prefix(_ key: Key) throws(CNIError) -> Prefix? {
    guard let text = try text(key) else { return nil }
    guard let prefix = Prefix(text) else {
      throw wrong(key, "must be an address with the length of its network", text)
    }
    return prefix
  }

  func mac(_ key: Key) throws(CNIError) -> MACAddress? {
    guard let text = try text(key) else { return nil }
    guard let bytes = MACAddress.bytes(of: text) else {
      throw wrong(key, "must be a MAC address", text)
    }
    guard let mac = MACAddress(bytes: bytes) else {
      throw wrong(key, "must be a MAC address of 6 bytes, and has \(bytes.count)", text)
    }
    return mac
  }

  func list(_ key: Key) throws(CNIError) -> [JSON] {
    guard let value = value(key) else { return [] }
    guard case .array(let elements) = value else { throw wrong(key, "must be a list") }
    return elements
  }

  func missing(_ key: Key) -> CNIError { wrong(key, "is missing") }

  func wrong(_ key: Key, _ why: String, _ text: String? = nil) -> CNIError {
    CNIError(
      .invalidConfiguration,
      "\"\(path)\(key.rawValue)\" \(why)" + (text.map { ", not \"\($0.prefix(64))\"" } ?? ""))
  }

  private func value(_ key: Key) -> JSON? {
    guard let value = json[key], value != .null else { return nil }
    return value
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
}

extension KeyRule {
  fileprivate var range: ClosedRange<Int> {
    guard case .number(let range?) = type else { return Int.min...Int.max }
    return range
  }
}
