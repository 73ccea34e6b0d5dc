public import Netlink
public import Topology

/// Follows a rule's expressions the way the kernel runs them, and says in clauses what they do.
///
/// What it makes of an expression is in the file of the expression's name below `Expressions`.
struct NftInterpreter {
  /// At least the anonymous ones that rules look into.
  let sets: [NftSet.ID: NftSet]
  private(set) var table: NftTable.ID
  private(set) var registers: [Operand?]
  var layers = Layers()
  var clauses: [Clause] = []
  /// Where the clause is that only says which headers a later clause is about.
  var transportClause: Int?
  var networkClause: Int?

  init(sets: [NftSet.ID: NftSet]) {
    self.sets = sets
    table = NftTable.ID(.any, "")
    registers = Array(repeating: nil, count: 16)
  }

  mutating func rule(_ rule: NftRule, in chain: ChainID, of owner: Rule.Owner?) -> Rule {
    Rule(
      id: RuleID(chain: chain, handle: rule.handle), clauses(of: rule), comment: rule.comment,
      of: owner)
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
    case .meta(let key, let into): load(.meta(key), into: into)
    case .setMeta(let key, let from): add(setting(.meta(key), from: from))
    case .connection(let key, let direction, let into):
      load(.connection(key, direction: direction), into: into)
    case .setConnection(let key, let from):
      add(setting(.connection(key, direction: nil), from: from))
    case .payload(let payload, let into): load(payload, into: into)
    case .setPayload(let payload, let from): add(setting(.payload(payload, layers), from: from))
    case .fib(let result, let flags, let into): load(.fib(result: result, flags: flags), into: into)
    case .immediate(.value(let bytes), let into): load(constant: bytes, into: into)
    case .immediate(.verdict(let verdict), _):
      add(verdict.text, role: .action(Rule.Action(verdict)))
    case .bitwise(let from, let into, let mask, let xor):
      load(from: from, mask: mask, xor: xor, into: into)
    case .numgen(let modulus, let random, let offset, let into):
      load(.numgen(modulus: modulus, isRandom: random, offset: offset), into: into)
    case .hash(let modulus, let symmetric, let from, let offset, let into):
      let source = symmetric ? nil : operand(from).field
      load(.hash(of: source, modulus: modulus, offset: offset), into: into)
    case .compare(let from, let operation, let value): compare(from, operation, value)
    case .range(let from, let operation, let low, let high): compare(from, operation, low, high)
    case .lookup(let set, let from, let into, let isVerdict, let inverted):
      lookup(set, from, into, isVerdict: isVerdict, inverted: inverted)
    case .counter(let counter): add("", role: .counter(RuleCounter(counter)))
    case .limit(let limit): add(limit.text)
    case .quota(let bytes, let over, let used): add(quota(bytes, isOver: over, used: used))
    case .log(let options): add(options.text)
    case .translate(let translation): translate(translation)
    case .reject(let type, let code): add(reject(type, code), role: .action(.reject))
    case .notrack: add("notrack")
    case .duplicate(let address, let device): add(duplicate(to: address, device: device))
    case .forward(let device): add("fwd to \(value(device, .index))")
    case .object(let type, let name): add(object(type, name))
    case .queue(let first, let count, let flags): add(queue(first, count, flags))
    case .update(let set, let operation, let key, let timeout):
      add(update(set, operation, key, timeout))
    case .match(let match): match.addClauses(to: &clauses)
    case .target(let target): clauses.append(target.targetClause(isIPv6: layers.network == .ip6))
    case .other(let name): add("[\(name)]")
    }
  }

  /// Adds what says all in words of its own.
  private mutating func add(_ words: String, role: Clause.Role = .other) {
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
  public init(_ rule: NftRule, sets: [NftSet.ID: NftSet] = [:]) {
    var interpreter = NftInterpreter(sets: sets)
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
