extension Expression {
  /// Reads one `NFTA_LIST_ELEM` of a rule: the expression's name, and its own attributes.
  init(_ nest: consuming AttributeReader<ExpressionAttribute>) throws(WireError) {
    let name = try nest.text(.name) ?? ""
    let data = try nest.span(.data)
    if let load = try Self.load(name, data) {
      self = load
    } else if let test = try Self.test(name, data) {
      self = test
    } else {
      self = try Self.act(name, data) ?? .other(name: name)
    }
  }

  /// Expressions that fill a register.
  private static func load(_ name: String, _ data: Span<UInt8>) throws(WireError) -> Self? {
    switch name {
    case "meta": try meta(AttributeReader(data))
    case "ct": try connection(AttributeReader(data))
    case "payload": try payload(AttributeReader(data))
    case "fib": try fib(AttributeReader(data))
    case "immediate": try immediate(AttributeReader(data))
    case "bitwise": try bitwise(AttributeReader(data))
    case "numgen": try numgen(AttributeReader(data))
    case "hash": try hash(AttributeReader(data))
    default: nil
    }
  }

  /// Expressions that look at a register or at the packet and may end the rule.
  private static func test(_ name: String, _ data: Span<UInt8>) throws(WireError) -> Self? {
    switch name {
    case "cmp": try compare(AttributeReader(data))
    case "range": try range(AttributeReader(data))
    case "lookup": try lookup(AttributeReader(data))
    case "limit": .limit(try Limit(AttributeReader(data)))
    case "quota": try quota(AttributeReader(data))
    case "match": .match(try XtExtension(AttributeReader(data)))
    default: nil
    }
  }

  /// Expressions that do something.
  private static func act(_ name: String, _ data: Span<UInt8>) throws(WireError) -> Self? {
    switch name {
    case "counter": .counter(try PacketCounter(AttributeReader(data)))
    case "log": .log(try LogOptions(AttributeReader(data)))
    case "nat": .translate(try Translation(nat: AttributeReader(data)))
    case "masq": .translate(try Translation(masquerade: AttributeReader(data)))
    case "redir": .translate(try Translation(redirect: AttributeReader(data)))
    case "reject": try reject(AttributeReader(data))
    case "notrack": .notrack
    case "dup": try duplicate(AttributeReader(data))
    case "fwd": try forward(AttributeReader(data))
    case "objref": try object(AttributeReader(data))
    case "queue": try queue(AttributeReader(data))
    case "dynset": try update(AttributeReader(data))
    case "target": .target(try XtExtension(AttributeReader(data)))
    default: nil
    }
  }
}

extension AttributeReader {
  /// A register, counted in words of 4 bytes: the four old 16-byte ones lie over the new ones.
  func register(_ key: Key) throws(WireError) -> Int? {
    guard let number = try number(key) else { return nil }
    switch number {
    case 1...4: return Int(number - 1) * 4  // NFT_REG_1 through NFT_REG_4
    case 8...23: return Int(number - 8)  // NFT_REG32_00 through NFT_REG32_15
    default: return nil  // NFT_REG_VERDICT
    }
  }
}
