public import Netlink
public import Topology

/// Follows a rule's expressions the way the kernel runs them, and says in clauses what they do.
///
/// What it makes of an expression is in the file of the expression's name below `Expressions`.
struct NftInterpreter {
  /// At least the anonymous ones that rules look into.
  let sets: [NftSet.ID: NftSet]
  /// Of ipsets, by the numbers that extensions of iptables have for them.
  let setNames: [UInt16: String]
  private(set) var table: NftTable.ID
  private(set) var registers: [Operand?]
  var layers = Layers()
  var clauses: [Clause] = []
  /// Where the clause is that only says which headers a later clause is about.
  var transportClause: Int?
  var networkClause: Int?

  init(sets: [NftSet.ID: NftSet], setNames: [UInt16: String] = [:]) {
    self.sets = sets
    self.setNames = setNames
    table = NftTable.ID(.any, "")
    registers = Array(repeating: nil, count: 16)
  }

  mutating func rule(_ rule: NftRule, in chain: ChainID, of owner: Rule.Owner?) -> Rule {
    let clauses = clauses(of: rule)
    var said = Rule(
      id: RuleID(chain: chain, handle: rule.handle), clauses, comment: rule.comment, of: owner)
    if rule.chain.table.isOfIPTables {
      said.iptablesText = IPTablesText(clauses, comment: rule.comment)?.text
    }
    return said
  }

  /// What a rule says, one clause after the other.
  mutating func clauses(of rule: NftRule) -> [Clause] {
    begin(rule.chain.table)
    for expression in rule.expressions { run(expression) }
    return clauses
  }

  private mutating func begin(_ table: NftTable.ID) {
    self.table = table
    clauses.removeAll(keepingCapacity: true)
    for index in registers.indices where registers[index] != nil { registers[index] = nil }
    (transportClause, networkClause) = (nil, nil)
    switch table.family {
    case .ip, .ip6, .arp: layers = Layers(network: table.family)
    default: layers = Layers()
    }
  }

  private mutating func run(_ expression: Expression) {
    switch expression {
    case .meta(let meta): use(.meta(meta.key), meta.use)
    case .ct(let ct): use(.connection(ct.key, direction: ct.direction), ct.use)
    case .payload(let payload): run(payload)
    case .fib(let fib): load(.fib(result: fib.result, flags: fib.flags), into: fib.destination)
    case .immediate(let immediate): run(immediate)
    case .bitwise(let bitwise): run(bitwise)
    case .numgen(let numgen): run(numgen)
    case .hash(let hash): run(hash)
    case .cmp(let cmp): compare(cmp.source, cmp.comparison, cmp.value)
    case .range(let range): run(range)
    case .lookup(let lookup): run(lookup)
    case .counter(let counter): add("", role: .counter(RuleCounter(counter)))
    case .limit(let limit): add(limit.text)
    case .quota(let quota): add(quota.text)
    case .connlimit(let connlimit): add(connlimit.text)
    case .last(let last): add(last.text)
    case .log(let log): add(log.text)
    case .queue(let queue): add(text(queue))
    case .dup(let dup): add(text(dup))
    case .fwd(let fwd): add(text(fwd))
    case .tproxy(let tproxy): add(text(tproxy))
    case .synproxy(let synproxy): add(synproxy.text)
    case .nat(let nat): clauses.append(clause(nat))
    case .reject(let reject): add(text(reject), role: .action(.reject))
    case .notrack: add("notrack")
    case .flowOffload(let offload): add(offload.text)
    case .objref(let reference): add(text(reference))
    case .dynset(let dynset): add(text(dynset))
    case .match(let match): match.addClauses(xtContext, to: &clauses)
    case .target(let target): clauses.append(target.targetClause(xtContext))
    case .other(let name, let attributes): add(unknownText(name, attributes))
    default: add("[other]")
    }
  }

  private var xtContext: XtContext {
    XtContext(isIPv6: layers.network == .ip6, setNames: setNames)
  }

  /// A field that fills a register, or is set from one.
  private mutating func use(_ field: Field, _ use: RegisterUse) {
    switch use {
    case .load(let register): load(field, into: register)
    case .store(let register): add(setting(field, from: register))
    }
  }

  /// Adds what says all in words of its own.
  mutating func add(_ words: String, role: Clause.Role = .other) {
    clauses.append(Clause(role, words))
  }

  /// Puts something into a register, by its number in words of 4 bytes.
  mutating func put(_ operand: Operand, into register: Int) {
    if registers.indices.contains(register) { registers[register] = operand }
  }

  mutating func load(_ field: Field, into register: Int) {
    put(Operand(field: field), into: register)
  }

  /// What is in a register.
  func operand(_ register: Int) -> Operand {
    guard registers.indices.contains(register) else { return .unknown }
    return registers[register] ?? .unknown
  }
}

extension Rule {
  /// What an nftables rule says. `sets` holds at least the anonymous ones the rule looks into.
  public init(
    _ rule: NftRule, sets: [NftSet.ID: NftSet] = [:], setNames: [UInt16: String] = [:]
  ) {
    var interpreter = NftInterpreter(sets: sets, setNames: setNames)
    let chain = ChainID(rule.chain)
    self = interpreter.rule(rule, in: chain, of: Owner(chain))
  }
}

extension NftRule {
  /// The rule as `nft list ruleset` writes it, counters and comment included.
  public func text(sets: [NftSet.ID: NftSet] = [:]) -> String {
    var interpreter = NftInterpreter(sets: sets)
    var words = interpreter.clauses(of: self).map(\.text)
    if let comment { words.append("comment \"\(comment)\"") }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
