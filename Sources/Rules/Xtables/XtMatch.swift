import Netlink

/// A match of iptables: a condition on packets, with the fields of the kernel's struct.
///
/// Each is in a file of its name below `Extensions`, and one of ``xtMatches``.
protocol XtMatch: PacketMatch, Sendable {
  /// What the kernel calls it.
  static var name: String { get }
  /// `nil` for a revision or a length that is not known.
  init?(_ info: XtInfo)
  /// Adds its options in iptables-save's words and order.
  func add(to options: inout XtOptions)
  /// Adds all it says: one clause, or one for each side where it looks at ports.
  func addClauses(to clauses: inout [Clause])
}

/// A match that asks for what a packet alone does not say.
protocol XtOpaqueMatch: XtMatch {}

extension XtOpaqueMatch {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit { .cannotTell(doubt) }
}

extension XtMatch {
  var doubt: Doubt { Doubt("match " + Self.name) }

  func addClauses(to clauses: inout [Clause]) {
    var options = XtOptions()
    add(to: &options)
    clauses.append(Clause(.other, "-m " + Self.name, value: options.text))
  }
}

/// A match that has no options.
protocol XtPlainMatch: XtMatch {}

extension XtPlainMatch {
  func add(to options: inout XtOptions) {}
}
