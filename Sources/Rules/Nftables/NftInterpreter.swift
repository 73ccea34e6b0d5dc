import Netlink
import Topology

/// Follows a rule's expressions the way the kernel runs them, and says in clauses what they do.
///
/// What it makes of an expression is in the file of the expression's name below `Expressions`.
struct NftInterpreter {
  /// At least the anonymous ones that rules look into.
  let sets: [NftSet.ID: NftSet]
  /// Of ipsets, by the numbers that extensions of iptables have for them.
  let setNames: [UInt16: String]
  let names: NodeNames
  private(set) var table: NftTable.ID
  private var registers: [Operand?]
  var layers = Layers(.any)
  var clauses: [Clause] = []
  /// Clauses that a later one may make superfluous.
  var dependencies = Dependencies()
  /// The last clause, if it may be the first half of a span.
  var previous: LowerEnd?

  init(
    sets: [NftSet.ID: NftSet], setNames: [UInt16: String] = [:], names: NodeNames = .standard
  ) {
    self.sets = sets
    self.setNames = setNames
    self.names = names
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
    for expression in rule.expressions where !load(expression) { run(expression) }
    return clauses
  }

  private mutating func begin(_ table: NftTable.ID) {
    self.table = table
    clauses.removeAll(keepingCapacity: true)
    for index in registers.indices where registers[index] != nil { registers[index] = nil }
    layers = Layers(table.family)
    dependencies.reset()
    previous = nil
  }

  /// Fills a register, or compares one. `false`: the expression does something else.
  private mutating func load(_ expression: Expression) -> Bool {
    switch expression {
    case .meta(let meta): use(.meta(meta.key), meta.use)
    case .ct(let ct): use(field(ct), ct.use)
    case .payload(let payload): run(payload)
    case .cmp(let cmp): run(cmp)
    case .lookup(let lookup): run(lookup)
    case .bitwise(let bitwise): run(bitwise)
    case .range(let range): run(range)
    case .exthdr(let exthdr): run(exthdr)
    case .byteorder(let byteorder):
      put(.byteorder(operand(byteorder.source)), into: byteorder.destination)
    case .fib(let fib): put(.fib(result: fib.result, flags: fib.flags), into: fib.destination)
    case .rt(let rt): put(.route(rt.key), into: rt.destination)
    case .socket(let socket):
      put(.socket(socket.key, level: socket.level), into: socket.destination)
    case .osf(let osf): put(osf.field, into: osf.destination)
    case .xfrm(let xfrm):
      put(
        .ipsec(xfrm.key, direction: xfrm.direction, number: xfrm.number), into: xfrm.destination)
    case .tunnel(let tunnel): put(.tunnel(tunnel.key), into: tunnel.destination)
    case .numgen(let numgen): put(numgen.field, into: numgen.destination)
    case .hash(let hash): put(operand(hash), into: hash.destination)
    case .inner(let inner): run(inner)
    case .immediate, .limit, .quota, .connlimit, .last, .counter, .log, .queue, .dup, .fwd,
      .tproxy, .synproxy, .nat, .reject, .notrack, .flowOffload, .objref, .dynset, .match,
      .target, .other:
      return false
    }
    return true
  }

  /// Statements. What only tells of headers before one of them has to stay.
  private mutating func run(_ expression: Expression) {
    switch expression {
    case .immediate(let immediate): run(immediate)
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
    case .nat(let nat): end(with: clause(nat))
    case .reject(let reject): add(text(reject), role: .action(.reject))
    case .notrack: add("notrack")
    case .flowOffload(let offload): add(offload.text)
    case .objref(let reference): add(text(reference))
    case .dynset(let dynset): add(text(dynset))
    case .match(let match):
      match.addClauses(xtContext, to: &clauses)
      forgetBefore()
    case .target(let target): end(with: target.targetClause(xtContext))
    case .other(let name, let attributes):
      add(unknownText(name, attributes))
      forgetRegisters(name)
    case .meta, .ct, .payload, .exthdr, .fib, .rt, .socket, .osf, .xfrm, .tunnel, .numgen, .hash,
      .inner, .bitwise, .byteorder, .cmp, .range, .lookup:
      break  // told already
    }
  }

  private var xtContext: XtContext {
    XtContext(isIPv6: layers.network == .ip6, setNames: setNames)
  }

  /// A field that fills a register, or is set from one.
  private mutating func use(_ field: Field, _ use: RegisterUse) {
    switch use {
    case .load(let register): put(field, into: register)
    case .store(let register):
      add("\(field.words) set \(written(operand(register), to: field))")
    }
  }

  /// Events are a list.
  private mutating func written(_ operand: Operand, to field: Field) -> String {
    guard field.type == .connectionEvents, case .constant(let bytes) = operand else {
      return tell(operand, as: (field.type, field.order)).words
    }
    return ValueText(type: field.type, names: names).flags(Value(bytes).read(field.order))
      .joined(separator: ",")
  }

  /// Adds a statement that says all in words of its own.
  mutating func add(_ words: String, role: Clause.Role = .other) {
    end(with: Clause(role, words))
  }

  /// Adds a statement.
  private mutating func end(with clause: Clause) {
    clauses.append(clause)
    forgetBefore()
  }

  /// Clauses before a statement stay as they are.
  private mutating func forgetBefore() {
    dependencies.reset()
    previous = nil
  }

  private mutating func put(_ field: Field, into register: Int) {
    put(.field(field), into: register)
  }

  /// Puts something into a register, by its number in words of 4 bytes.
  mutating func put(_ operand: Operand, into register: Int) {
    guard registers.indices.contains(register) else { return }
    let isTooLong = operand.weight > Operand.mostWeight
    registers[register] = isTooLong ? .unknown("[expression]") : operand
  }

  /// Nobody knows which of them an expression has filled that this version does not know.
  private mutating func forgetRegisters(_ name: String) {
    for index in registers.indices { registers[index] = .unknown("[\(name)]") }
  }

  /// What is in a register.
  func operand(_ register: Int) -> Operand {
    guard registers.indices.contains(register) else { return .empty }
    return registers[register] ?? .empty
  }
}
