/// `xt_comment`: what a person or a program wrote on the rule.
struct XtComment: XtMatch {
  static let name = "comment"
  let text: String

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(256) else { return nil }  // XT_MAX_COMMENT_LEN
    text = info.text(0..<255)
  }

  func add(to options: inout XtOptions) {
    options.add("--comment", saved(text))
  }

  func addClauses(to clauses: inout [Clause]) {
    clauses.append(Clause(.comment, "-m comment --comment", value: text))
  }
}

extension XtComment {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit { .yes }
}
