import Netlink

/// Which parts of rules are told in the words of their own program, and which of those are evaluated.
public struct RuleCoverage: Sendable {
  /// `nftables expressions`
  public let title: String
  /// By the kernel's names.
  public let evaluated: [String]
  /// Told, but what they say of a packet depends on what a packet alone does not tell.
  public let opaque: [String]

  init(_ title: String, _ parts: [(name: String, isOpaque: Bool)]) {
    self.title = title
    evaluated = parts.filter { !$0.isOpaque }.map(\.name).sorted()
    opaque = parts.filter(\.isOpaque).map(\.name).sorted()
  }

  public static let all = [
    RuleCoverage(
      "nftables expressions",
      Expression.names.map { ($0, Evaluator.opaqueExpressions.contains($0)) }),
    RuleCoverage("iptables matches", xtMatches.map { ($0, $1 is any XtOpaqueMatch.Type) }),
    RuleCoverage("iptables targets", xtTargets.map { ($0, $1 is any XtOpaqueTarget.Type) }),
  ]
}
