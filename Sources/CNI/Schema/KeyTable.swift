import Formats

/// All keys of one object of a configuration.
public struct KeyTable: Sendable, ExpressibleByDictionaryLiteral {
  private var rules: [String: KeyRule]

  public init<Key: ConfigKey>(_ keys: Key.Type) {
    rules = [:]
    for key in keys.allCases { rules[key.rawValue] = key.rule }
  }

  public init(dictionaryLiteral rules: (String, KeyRule)...) {
    self.rules = Dictionary(rules) { $1 }
  }

  /// With another table's keys; what both have is as there.
  public func adding(_ other: KeyTable) -> KeyTable {
    var table = self
    table.rules.merge(other.rules) { $1 }
    return table
  }

  /// In the order of the alphabet.
  public var names: [String] { rules.keys.sorted() }

  /// The rule of exactly this key.
  public subscript(_ key: String) -> KeyRule? { rules[key] }

  /// The key that Go takes one for, which may be written in another case.
  public func match(_ key: String) -> (key: String, rule: KeyRule)? {
    if let rule = rules[key] { return (key, rule) }
    return rules.first { key.equalsFolded($0.key) }.map { ($0.key, $0.value) }
  }
}
