/// The host's packet rules, as each backend told them.
public struct RuleFacts: Equatable, Sendable {
  public init() {}

  static func read() -> RuleFacts { RuleFacts() }
}
