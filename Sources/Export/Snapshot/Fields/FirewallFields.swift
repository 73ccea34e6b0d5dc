import Addressing
import Topology

extension Firewall: Coded {
  static var blank: Firewall { Firewall() }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("isComplete", &isComplete)
    try coder.list("tables", &tables, context)
    if Coder.writes {
      var missing = context.written?.topology.missingMasquerades ?? []
      try coder.list("missing", &missing, context)
    }
  }
}

/// It follows from rules and allocations, and is not read.
extension MissingMasquerade: Coded {
  static var blank: MissingMasquerade {
    MissingMasquerade(network: "", address: .v4(0), namespace: .nsid(0))
  }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("network", &network)
    try coder.field("address", &address)
    try coder.field("namespace", &namespace, context)
  }
}

extension RuleTable: Coded {
  static var blank: RuleTable {
    RuleTable(id: TableID(backend: .nftables, family: "", name: ""))
  }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("backend", &id.backend)
    try coder.field("family", &id.family)
    try coder.field("name", &id.name)
    try coder.field("isDormant", &isDormant)
    try coder.field("owner", &owner)
    var inside = context
    if !Coder.writes { inside.chain = ChainID(table: id, name: "") }
    try coder.list("chains", &chains, inside)
  }
}

extension RuleChain: Coded {
  static var blank: RuleChain { RuleChain(id: ChainID(table: RuleTable.blank.id, name: "")) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    if let chain = context.chain { id.table = chain.table }
    try coder.field("name", &id.name)
    try coder.field("hook", &hook, context)
    try coder.field("policyCounter", &policyCounter, context)
    var inside = context
    if !Coder.writes { inside.chain = id }
    try coder.list("rules", &rules, inside)
  }
}

extension RuleChain.Hook: Coded {
  static var blank: RuleChain.Hook { RuleChain.Hook(type: "", name: "", priority: 0) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("type", &type)
    try coder.field("name", &name)
    try coder.field("priority", &priority)
    try coder.field("policy", &policy)
    try coder.list("devices", &devices)
  }
}

extension RuleCounter: Coded {
  static var blank: RuleCounter { RuleCounter(packets: 0, bytes: 0) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("packets", &packets)
    try coder.field("bytes", &bytes)
  }
}
