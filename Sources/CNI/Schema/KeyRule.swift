public import Formats

/// What a key of a configuration may hold, and what it says.
public struct KeyRule: Hashable, Sendable {
  public let type: ValueType
  /// Half a sentence.
  public let meaning: String

  public enum ValueType: Hashable, Sendable {
    case text
    case flag
    /// A whole number; where the range is known, one of it.
    case number(ClosedRange<Int>?)
    case list
    case object
    case any
  }

  static func text(_ meaning: String) -> KeyRule { KeyRule(type: .text, meaning: meaning) }
  static func flag(_ meaning: String) -> KeyRule { KeyRule(type: .flag, meaning: meaning) }
  static func list(_ meaning: String) -> KeyRule { KeyRule(type: .list, meaning: meaning) }
  static func object(_ meaning: String) -> KeyRule { KeyRule(type: .object, meaning: meaning) }
  static func any(_ meaning: String) -> KeyRule { KeyRule(type: .any, meaning: meaning) }
  static func number(_ meaning: String, _ range: ClosedRange<Int>? = nil) -> KeyRule {
    KeyRule(type: .number(range), meaning: meaning)
  }

  /// Whether the value is of the type, be it out of range; `null` is as good as absent.
  public func admits(_ value: JSON) -> Bool {
    switch (type, value) {
    case (_, .null), (.any, _), (.text, .string), (.flag, .bool), (.number, .integer),
      (.list, .array), (.object, .object):
      true
    case _: false
    }
  }
}

extension KeyRule.ValueType: CustomStringConvertible {
  public var description: String {
    switch self {
    case .text: "a text"
    case .flag: "true or false, without quotes"
    case .number: "a whole number, without quotes"
    case .list: "a list"
    case .object: "an object"
    case .any: "anything"
    }
  }
}
