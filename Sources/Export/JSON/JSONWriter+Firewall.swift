import Formats
import Topology

extension JSONWriter {
  mutating func write(_ table: RuleTable) {
    field("backend", table.id.backend.rawValue)
    field("family", table.id.family)
    field("name", table.id.name)
    list("chains", table.chains) { $0.write($1) }
  }

  private mutating func write(_ chain: RuleChain) {
    field("name", chain.id.name)
    if let hook = chain.hook {
      object("hook") { json in
        json.field("type", hook.type)
        json.field("name", hook.name)
        json.field("priority", hook.priority)
        json.field("policy", hook.policy)
      }
    }
    if let counter = chain.policyCounter { object("policyCounter") { $0.write(counter) } }
    list("rules", chain.rules) { $0.write($1) }
  }

  private mutating func write(_ rule: Rule) {
    field("handle", rule.id.handle)
    field("text", rule.text)
    field("action", rule.action.word)
    field("target", rule.action.target)
    object("match") { $0.write(rule.match) }
    if let counter = rule.counter { object("counter") { $0.write(counter) } }
    field("comment", rule.comment)
    field("owner", rule.owner.rawValue)
    if let attachment = rule.attachment { object("attachment") { $0.write(attachment) } }
    field("namespace", rule.namespace)
    field("pod", rule.pod)
    field("isLeaked", rule.isLeaked)
  }

  private mutating func write(_ match: Rule.Match) {
    field("source", match.source)
    field("destination", match.destination)
    field("inInterface", match.inInterface)
    field("outInterface", match.outInterface)
    field("service", match.service)
    field("sourcePrefix", match.sourcePrefix)
    field("destinationPrefix", match.destinationPrefix)
  }

  private mutating func write(_ counter: RuleCounter) {
    field("packets", counter.packets)
    field("bytes", counter.bytes)
  }
}
