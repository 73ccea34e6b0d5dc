import Addressing
import Topology

/// One condition or action of a rule, whichever backend holds it: its words, and what it is about.
///
/// Its parts are joined only when somebody wants to read them.
struct Clause: Equatable, Sendable {
  var role: Role
  /// In the syntax of nft or iptables-save, all but the sign and the value. Empty where other clauses
  /// say the same.
  var words: String
  /// nft's sign between words and value, with a space behind it; empty where it is left out.
  var sign: String
  /// What is compared with, in the same syntax.
  var value: String
  /// iptables' `!`, which is among the words.
  var isInverted: Bool
  /// The value, where it is one prefix that must match.
  var prefix: Prefix?

  init(
    _ role: Role, _ words: String, sign: String = "", value: String = "", isInverted: Bool = false,
    prefix: Prefix? = nil
  ) {
    self.role = role
    self.words = words
    self.sign = sign
    self.value = value
    self.isInverted = isInverted
    self.prefix = prefix
  }

  enum Role: Equatable, Sendable {
    case source
    case destination
    case inInterface
    case outInterface
    case transport
    case sourcePort
    case destinationPort
    case counter(RuleCounter)
    case comment
    case action(Rule.Action)
    /// A condition or side effect that has no column of its own.
    case other
  }

  /// As the backend's own program writes it.
  var text: String {
    switch role {
    case .counter(let counter):
      return "counter packets \(counter.packets) bytes \(counter.bytes)"
    case .comment: return "\(words) \"\(value)\""
    case .source, .destination, .inInterface, .outInterface, .transport, .sourcePort,
      .destinationPort, .action, .other:
      var text: [UInt8] = []
      write(to: &text)
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// At most so many bytes of text, the space before it included.
  var length: Int { words.utf8.count + sign.utf8.count + value.utf8.count + 2 }

  /// The value, with the sign in front where it is not the plain one.
  var signedValue: String {
    if isInverted { return "!= " + value }
    return sign.isEmpty ? value : sign + value
  }

  /// Adds the text after a space, as UTF-8: a rule is written many times faster than as a `String`.
  func write(to text: inout [UInt8]) {
    guard !words.isEmpty else { return }
    if !text.isEmpty { text.append(UInt8(ascii: " ")) }
    text.append(words)
    guard !value.isEmpty else { return }
    text.append(UInt8(ascii: " "))
    text.append(sign)
    text.append(value)
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ text: String) {
    let utf8 = text.utf8Span.span
    append(addingCapacity: utf8.count) { output in
      for position in utf8.indices { output.append(utf8[position]) }
    }
  }
}
