extension RuleInterpreter {
  /// Expressions that fill a register say nothing by themselves.
  mutating func load(_ expression: Expression) {
    switch expression {
    case .meta(let key, let into): put(Operand(field: .meta(key)), into: into)
    case .connection(let key, let direction, let into):
      put(Operand(field: .connection(key, direction: direction)), into: into)
    case .payload(let payload, let into): load(payload, into: into)
    case .fib(let result, let flags, let into):
      put(Operand(field: .fib(result: result, flags: flags)), into: into)
    case .immediate(.value(let bytes), let into):
      put(Operand(field: Field("", .host), constant: bytes), into: into)
    case .bitwise(let from, let into, let mask, let xor):
      guard registers.indices.contains(from), var operand = registers[from] else { break }
      (operand.mask, operand.xor) = (mask, xor)
      put(operand, into: into)
    case .numgen(let modulus, let random, let offset, let into):
      let words = "numgen \(random ? "random" : "inc") mod \(modulus)\(tail(offset))"
      put(Operand(field: Field(words, .host)), into: into)
    case .hash(let modulus, let symmetric, let from, let offset, let into):
      let words = symmetric ? "symhash" : "jhash \(operand(from).field.words)"
      put(Operand(field: Field("\(words) mod \(modulus)\(tail(offset))", .host)), into: into)
    case .setMeta, .setConnection, .setPayload, .compare, .range, .lookup, .immediate, .counter,
      .limit, .quota, .log, .translate, .reject, .notrack, .duplicate, .forward, .object, .queue,
      .update, .match, .target, .other:
      break
    }
  }

  private func tail(_ offset: UInt32) -> String { offset > 0 ? " offset \(offset)" : "" }

  private mutating func load(_ payload: Expression.Payload, into register: Int) {
    let field = Field.payload(payload, layers)
    if payload.base == 2, field.impliesTransport {
      hush(transportClause)
      transportClause = nil
    }
    if field.impliesNetwork {
      hush(networkClause)
      networkClause = nil
    }
    put(Operand(field: field), into: register)
  }

  /// Leaves out what a later clause implies.
  private mutating func hush(_ clause: Int?) {
    if let clause { clauses[clause].words = "" }
  }
}
