import Netlink

/// `xt_comment`: what a person or a program wrote on the rule.
extension XtExtension {
  /// `struct xt_comment_info`
  var commentClause: Clause {
    Clause(.comment, "-m comment --comment", value: text(from: 0))
  }
}
