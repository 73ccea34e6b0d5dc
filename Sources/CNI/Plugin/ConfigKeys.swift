import Addressing
import Formats

/// The keys of one object of a configuration, read strictly: a value of the wrong type is an error
/// that names its key, `null` is as good as absent.
struct ConfigKeys {
  private let json: JSON
  /// Before every key in an error.
  private let path: String

  init(_ json: JSON, in path: String = "") {
    self.json = json
    self.path = path.isEmpty ? "" : path + "."
  }

  func text(_ key: String) throws(CNIError) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.text else { throw wrong(key, "must be a text") }
    return text.isEmpty ? nil : text
  }

  func flag(_ key: String) throws(CNIError) -> Bool {
    guard let value = value(key) else { return false }
    guard let flag = value.flag else { throw wrong(key, "must be true or false") }
    return flag
  }

  func number<Number: FixedWidthInteger>(
    _ key: String, _ range: ClosedRange<Number>
  ) throws(CNIError) -> Number? {
    guard let value = value(key) else { return nil }
    guard let whole = value.integer, let number = Number(exactly: whole), range.contains(number)
    else { throw wrong(key, "must be a number from \(range.lowerBound) to \(range.upperBound)") }
    return number
  }

  func texts(_ key: String) throws(CNIError) -> [String] {
    try list(key).mapping { value throws(CNIError) in
      guard let text = value.text else { throw wrong(key, "must hold texts") }
      return text
    }
  }

  func object(_ key: String) throws(CNIError) -> ConfigKeys? {
    guard let value = value(key) else { return nil }
    guard value.isObject else { throw wrong(key, "must be an object") }
    return ConfigKeys(value, in: path + key)
  }

  func objects(_ key: String) throws(CNIError) -> [ConfigKeys] {
    try list(key).mapping { value throws(CNIError) in
      guard value.isObject else { throw wrong(key, "must hold objects") }
      return ConfigKeys(value, in: path + key)
    }
  }

  func address(_ key: String) throws(CNIError) -> IPAddress? {
    guard let text = try text(key) else { return nil }
    guard let address = IPAddress(text) else { throw wrong(key, "must be an address", text) }
    return address
  }

  func prefix(_ key: String) throws(CNIError) -> Prefix? {
    guard let text = try text(key) else { return nil }
    guard let prefix = Prefix(text) else {
      throw wrong(key, "must be an address with the length of its network", text)
    }
    return prefix
  }

  func mac(_ key: String) throws(CNIError) -> MACAddress? {
    guard let text = try text(key) else { return nil }
    guard let bytes = MACAddress.bytes(of: text) else {
      throw wrong(key, "must be a MAC address", text)
    }
    guard let mac = MACAddress(bytes: bytes) else {
      throw wrong(key, "must be a MAC address of 6 bytes, and has \(bytes.count)", text)
    }
    return mac
  }

  func list(_ key: String) throws(CNIError) -> [JSON] {
    guard let value = value(key) else { return [] }
    guard case .array(let elements) = value else { throw wrong(key, "must be a list") }
    return elements
  }

  func missing(_ key: String) -> CNIError { wrong(key, "is missing") }

  func wrong(_ key: String, _ why: String, _ text: String? = nil) -> CNIError {
    CNIError(
      .invalidConfiguration,
      "\"\(path)\(key)\" \(why)" + (text.map { ", not \"\($0.prefix(64))\"" } ?? ""))
  }

  private func value(_ key: String) -> JSON? {
    guard let value = json[key], value != .null else { return nil }
    return value
  }
}
