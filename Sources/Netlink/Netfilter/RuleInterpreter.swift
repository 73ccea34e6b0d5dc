import Addressing

/// Follows a rule's expressions the way the kernel runs them, and says in clauses what they do.
struct RuleInterpreter {
  let sets: [NftSet.ID: NftSet]
  let table: NftTable.ID
  var registers: [Int: Operand] = [:]
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
  }

  init(table: NftTable.ID, sets: [NftSet.ID: NftSet]) {
    self.table = table
    self.sets = sets
    switch table.family {
    case .ip, .ip6, .arp: layers.network = table.family
    default: break
    }
  }

  mutating func run(_ expression: Expression) {
    switch expression {
    case .meta(let key, let into): registers[into] = Operand(field: .meta(key))
    case .connection(let key, let direction, let into):
      registers[into] = Operand(field: .connection(key, direction: direction))
    case .payload(let payload, let into): load(payload, into: into)
    case .fib(let result, let flags, let into):
      registers[into] = Operand(field: .fib(result: result, flags: flags))
    case .immediate(.value(let bytes), let into):
      registers[into] = Operand(field: Field("", .host), constant: bytes)
    case .immediate(.verdict(let verdict), _): say(verdict)
    case .bitwise(let from, let into, let mask, let xor):
      guard var operand = registers[from] else { break }
      (operand.mask, operand.xor) = (mask, xor)
      registers[into] = operand
    case .numgen(let modulus, let random, let offset, let into):
      let tail = offset > 0 ? " offset \(offset)" : ""
      registers[into] = Operand(
        field: Field("numgen \(random ? "random" : "inc") mod \(modulus)\(tail)", .host))
    case .hash(let modulus, let symmetric, let from, let offset, let into):
      let words = symmetric ? "symhash" : "jhash \(registers[from]?.field.words ?? "[register]")"
      let tail = offset > 0 ? " offset \(offset)" : ""
      registers[into] = Operand(field: Field("\(words) mod \(modulus)\(tail)", .host))
    case .compare(let from, let operation, let value): compare(from, operation, value)
    case .range(let from, let operation, let low, let high):
      let operand = registers[from] ?? Operand(field: Field("[register]", .hex))
      let kind = operand.field.kind
      say(operand, operation, "\(kind.text(low))-\(kind.text(high))", prefix: nil)
    case .lookup(let set, let from, let into, let isVerdict, let inverted):
      lookup(set, from, into, isVerdict: isVerdict, inverted: inverted)
    case .counter(let counter):
      clauses.append(
        Clause(
          .counter(counter), "counter packets \(counter.packets) bytes \(counter.bytes)"))
    case .translate(let translation): say(translation)
    case .setMeta, .setConnection, .setPayload, .limit, .quota, .log, .reject, .notrack,
      .duplicate, .forward, .object, .queue, .update, .match, .target, .other:
      clauses.append(statement(expression))
    }
  }

  private mutating func load(_ payload: Expression.Payload, into register: Int) {
    let field = Field.payload(payload, layers)
    if payload.base == 2, field.impliesTransport, let place = transportClause {
      clauses[place].text = ""
      transportClause = nil
    }
    if field.words.hasPrefix("icmp"), let place = networkClause {
      clauses[place].text = ""
      networkClause = nil
    }
    if payload.base == 1, !field.words.hasPrefix("@"), let place = networkClause {
      clauses[place].text = ""
      networkClause = nil
    }
    registers[register] = Operand(field: field)
  }

  private mutating func compare(_ from: Int, _ operation: Expression.Comparison, _ value: [UInt8]) {
    let operand = registers[from] ?? Operand(field: Field("[register]", .hex))
    learn(operand.field, operation, value)
    if operand.mask.isEmpty {
      let prefix = operation == .equal ? shortPrefix(operand.field.kind, value) : nil
      let text = shortPrefix(operand.field.kind, value).flatMap { $0.isHost ? nil : "\($0)" }
      say(operand, operation, text ?? operand.field.kind.text(value), prefix: prefix)
    } else {
      compareMasked(operand, operation, value)
    }
  }

  /// An address, or the bytes of one that its prefix covers.
  private func shortPrefix(_ kind: DataKind, _ value: [UInt8]) -> Prefix? {
    guard kind == .address || kind == .address6, let address = kind.address(value) else {
      return nil
    }
    return Prefix(address, length: UInt8(truncatingIfNeeded: min(16, value.count) * 8))
  }

  private mutating func compareMasked(
    _ operand: Operand, _ operation: Expression.Comparison, _ value: [UInt8]
  ) {
    let kind = operand.field.kind
    if let address = kind.address(value), kind == .address || kind == .address6,
      let length = prefixLength(operand.mask),
      let prefix = Prefix(address, length: length)
    {
      say(operand, operation, "\(prefix)", prefix: operation == .equal ? prefix : nil)
    } else if kind.isFlags, value.allSatisfy({ $0 == 0 }), operation == .notEqual {
      say(operand, .equal, kind.text(operand.mask), prefix: nil)
    } else if kind == .tcpFlags {
      let words = kind.text(value).split(separator: " | ").joined(separator: ",")
      say(
        operand, operation,
        "\(words) / \(kind.text(operand.mask).split(separator: " | ").joined(separator: ","))",
        prefix: nil)
    } else {
      var masked = operand
      masked.field.words += " & \(kind.text(operand.mask))"
      say(masked, operation, kind.text(value), prefix: nil, explicit: true)
    }
  }

  /// Remembers what a comparison establishes about the packet's headers.
  private mutating func learn(
    _ field: Field, _ operation: Expression.Comparison, _ value: [UInt8]
  ) {
    guard operation == .equal else { return }
    switch field.words {
    case "meta nfproto":
      layers.network = NftFamily(rawValue: value.first ?? 0)
      networkClause = clauses.count
    case "meta protocol", "ether type":
      let families: [UInt64: NftFamily] = [0x0800: .ip, 0x86dd: .ip6, 0x0806: .arp]
      layers.network = families[big(value)]
      networkClause = clauses.count
    case "meta l4proto", "ip protocol", "ip6 nexthdr":
      layers.transport = value.first
      transportClause = clauses.count
    default: break
    }
  }

  mutating func say(
    _ operand: Operand, _ operation: Expression.Comparison, _ value: String, prefix: Prefix?,
    explicit: Bool = false
  ) {
    let sign =
      switch operation {
      case .equal: explicit ? "== " : ""
      case .notEqual: "!= "
      case .less: "< "
      case .atMost: "<= "
      case .greater: "> "
      case .atLeast: ">= "
      }
    let start = "\(operand.field.words) >= "
    if operation == .atMost, let low = clauses.last, low.text.hasPrefix(start) {
      let range = "\(low.text.dropFirst(start.count))-\(value)"
      clauses[clauses.count - 1] = Clause(
        operand.field.role, "\(operand.field.words) \(range)", value: range)
      return
    }
    clauses.append(
      Clause(
        operand.field.role, "\(operand.field.words) \(sign)\(value)", value: sign + value,
        prefix: prefix))
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

/// The length of a mask of ones then zeros; `nil` for any other.
func prefixLength(_ mask: [UInt8]) -> UInt8? {
  guard mask.count <= 16 else { return nil }
  let ones = mask.prefix { $0 == 0xff }.count
  let rest = mask.dropFirst(ones)
  let last = (~(rest.first ?? 0)).leadingZeroBitCount
  let isPlain = (rest.first ?? 0) == UInt8(truncatingIfNeeded: 0xff00 >> last)
  guard isPlain, rest.dropFirst().allSatisfy({ $0 == 0 }) else { return nil }
  return UInt8(ones * 8 + last)
}
