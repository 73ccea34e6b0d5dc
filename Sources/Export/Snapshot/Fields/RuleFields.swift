import Addressing
import Topology

extension Rule: Coded {
  static var blank: Rule {
    Rule(id: RuleID(chain: RuleChain.blank.id, handle: 0), text: "", action: .other)
  }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    if let chain = context.chain { id.chain = chain }
    try coder.field("handle", &id.handle)
    try coder.field("text", &text)
    try coder.field("iptables", &iptablesText)
    try action.code(&coder)
    try coder.field("match", &match, context)
    try coder.field("counter", &counter, context)
    try coder.field("comment", &comment)
    try coder.field("owner", &owner)
    try coder.field("attachment", &attachment, context)
    try coder.field("namespace", &namespace, context)
    try coder.field("pod", &pod)
    try coder.field("isLeaked", &isLeaked)
  }
}

extension Rule.Match: Coded {
  static var blank: Rule.Match { Rule.Match() }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("source", &source)
    try coder.field("destination", &destination)
    try coder.field("inInterface", &inInterface)
    try coder.field("outInterface", &outInterface)
    try coder.field("service", &service)
    try coder.field("sourcePrefix", &sourcePrefix)
    try coder.field("destinationPrefix", &destinationPrefix)
  }
}

extension Rule.Action {
  /// Its word, and where it leads to.
  fileprivate mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder
  ) throws(Coder.Failure) {
    var (name, target) = (name, target)
    try coder.field("action", &name)
    try coder.field("target", &target)
    try coder.take(
      &self, Rule.Action(name, target: target), "action", "one of nft's, with its target")
  }
}
