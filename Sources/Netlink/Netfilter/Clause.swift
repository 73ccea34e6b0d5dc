public import Addressing

/// One condition or action of a rule, whichever backend holds it: its words, and what it is about.
public struct Clause: Equatable, Sendable {
  public var role: Role
  /// In the syntax of nft or iptables-save.
  public var text: String
  /// What is compared with, in the same syntax, with `!= ` in front where it must differ.
  public var value: String
  /// The value, where it is one prefix that must match.
  public var prefix: Prefix?

  public init(_ role: Role, _ text: String, value: String = "", prefix: Prefix? = nil) {
    self.role = role
    self.text = text
    self.value = value
    self.prefix = prefix
  }

  public enum Role: Equatable, Sendable {
    case source
    case destination
    case inInterface
    case outInterface
    case transport
    case sourcePort
    case destinationPort
    case counter(PacketCounter)
    case comment
    case action(RuleAction)
    /// A condition or side effect that has no column of its own.
    case other
  }
}

/// What a rule does with a packet that matches.
public enum RuleAction: Hashable, Sendable {
  case masquerade
  /// To this address, range or port, in the backend's words.
  case snat(String)
  case dnat(String)
  case redirect(String)
  case accept
  case drop
  case reject
  case `return`
  case jump(String)
  case goto(String)
  /// Counts, marks, logs or the like, and goes on.
  case other
}
