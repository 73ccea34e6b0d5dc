import Addressing

/// Follows a rule's expressions the way the kernel runs them, and says in clauses what they do.
struct RuleInterpreter {
  let sets: [NftSet.ID: NftSet]
  private(set) var table: NftTable.ID
  var registers: [Operand?]
  var layers = Layers()
  var clauses: [Clause] = []
  /// Where the clause is that only says which headers a later clause is about.
  var transportClause: Int?
  var networkClause: Int?

  /// What a register holds.
  struct Operand {
    var field: Field
    var mask: [UInt8] = []
    var xor: [UInt8] = []
    /// The bytes, if they are given in the rule.
    var constant: [UInt8]?

    /// Nothing this rule put there.
    static let unknown = Operand(field: Field("[register]", .hex))
  }

  init(sets: [NftSet.ID: NftSet]) {
    self.sets = sets
    table = NftTable.ID(.any, "")
    registers = Array(repeating: nil, count: 16)
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
    case .meta, .connection, .payload, .fib, .immediate(.value, _), .bitwise, .numgen, .hash:
      load(expression)
    case .immediate(.verdict(let verdict), _): say(verdict)
    case .compare(let from, let operation, let value): compare(from, operation, value)
    case .range(let from, let operation, let low, let high):
      let operand = operand(from)
      let kind = operand.field.kind
      say(operand, operation, "\(kind.text(low))-\(kind.text(high))", prefix: nil)
    case .lookup(let set, let from, let into, let isVerdict, let inverted):
      lookup(set, from, into, isVerdict: isVerdict, inverted: inverted)
    case .counter(let counter): clauses.append(Clause(.counter(counter), ""))
    case .translate(let translation): say(translation)
    case .match(let match): XtText.add(match, to: &clauses)
    case .setMeta, .setConnection, .setPayload, .limit, .quota, .log, .reject, .notrack,
      .duplicate, .forward, .object, .queue, .update, .target, .other:
      clauses.append(statement(expression))
    }
  }

  /// What is in a register, by its number in words of 4 bytes.
  func operand(_ register: Int) -> Operand {
    guard registers.indices.contains(register) else { return .unknown }
    return registers[register] ?? .unknown
  }

  mutating func put(_ operand: Operand, into register: Int) {
    if registers.indices.contains(register) { registers[register] = operand }
  }

  private mutating func say(_ verdict: RuleVerdict) {
    let action: RuleAction =
      switch verdict {
      case .accept: .accept
      case .drop: .drop
      case .return: .return
      case .jump(let chain): .jump(chain)
      case .goto(let chain): .goto(chain)
      case .continue, .queue, .other: .other
      }
    clauses.append(Clause(.action(action), "\(verdict)"))
  }
}
