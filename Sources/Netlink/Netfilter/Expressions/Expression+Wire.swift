/// `NFTA_EXPR_*`
enum ExpressionAttribute: UInt16, AttributeKey {
  case name = 1  // NFTA_EXPR_NAME
  case data = 2  // NFTA_EXPR_DATA
}

/// `NFTA_LIST_*`
enum NftListAttribute: UInt16, AttributeKey {
  case element = 1  // NFTA_LIST_ELEM
}

extension Expression {
  /// Reads one `NFTA_LIST_ELEM` of a rule: the expression's name, and its own attributes.
  init(_ nest: consuming AttributeReader<ExpressionAttribute>) throws(WireError) {
    let name = try nest.text(.name) ?? ""
    let data = try nest.span(.data)
    self =
      try Self.common(name, data) ?? Self.rare(name, data)
      ?? .other(name: name, attributes: data.array)
  }

  /// The expressions of a rule, an element or a set.
  static func list(
    _ list: consuming AttributeReader<NftListAttribute>
  ) throws(WireError) -> [Expression] {
    var expressions: [Expression] = []
    expressions.reserveCapacity(8)
    while let element = try list.next() {
      expressions.append(try Expression(element.nest()))
    }
    return expressions
  }

  /// What most rules are made of: asked first.
  private static func common(_ name: String, _ data: Span<UInt8>) throws(WireError) -> Self? {
    switch name {
    case "meta": .meta(try Meta(AttributeReader(data)))
    case "payload": .payload(try Payload(AttributeReader(data)))
    case "cmp": .cmp(try Cmp(AttributeReader(data)))
    case "counter": .counter(try PacketCounter(AttributeReader(data)))
    case "immediate": .immediate(try Immediate(AttributeReader(data)))
    case "lookup": .lookup(try Lookup(AttributeReader(data)))
    case "bitwise": .bitwise(try Bitwise(AttributeReader(data)))
    case "ct": .ct(try Ct(AttributeReader(data)))
    case "match": .match(try XtExtension(AttributeReader(data)))
    case "target": .target(try XtExtension(AttributeReader(data)))
    case "masq": .nat(try Nat(masq: AttributeReader(data)))
    case "nat": .nat(try Nat(nat: AttributeReader(data)))
    case "fib": .fib(try Fib(AttributeReader(data)))
    case "range": .range(try Range(AttributeReader(data)))
    case "limit": .limit(try Limit(AttributeReader(data)))
    case "log": .log(try Log(AttributeReader(data)))
    case "reject": .reject(try Reject(AttributeReader(data)))
    case "redir": .nat(try Nat(redir: AttributeReader(data)))
    default: nil
    }
  }

  private static func rare(_ name: String, _ data: Span<UInt8>) throws(WireError) -> Self? {
    switch name {
    case "byteorder": .byteorder(try Byteorder(AttributeReader(data)))
    case "connlimit": .connlimit(try Connlimit(AttributeReader(data)))
    case "dup": .dup(try Dup(AttributeReader(data)))
    case "dynset": .dynset(try Dynset(AttributeReader(data)))
    case "exthdr": .exthdr(try Exthdr(AttributeReader(data)))
    case "flow_offload": .flowOffload(try FlowOffload(AttributeReader(data)))
    case "fwd": .fwd(try Fwd(AttributeReader(data)))
    case "hash": .hash(try Hash(AttributeReader(data)))
    case "inner": .inner(try Inner(AttributeReader(data)))
    case "last": .last(try Last(AttributeReader(data)))
    case "notrack": .notrack
    case "numgen": .numgen(try Numgen(AttributeReader(data)))
    case "objref": .objref(try Objref(AttributeReader(data)))
    case "osf": .osf(try Osf(AttributeReader(data)))
    case "queue": .queue(try Queue(AttributeReader(data)))
    case "quota": .quota(try Quota(AttributeReader(data)))
    case "rt": .rt(try Rt(AttributeReader(data)))
    case "socket": .socket(try Socket(AttributeReader(data)))
    case "synproxy": .synproxy(try Synproxy(AttributeReader(data)))
    case "tproxy": .tproxy(try Tproxy(AttributeReader(data)))
    case "tunnel": .tunnel(try Tunnel(AttributeReader(data)))
    case "xfrm": .xfrm(try Xfrm(AttributeReader(data)))
    default: nil
    }
  }

  /// The kernel's names of all that are known.
  public static let names = [
    "bitwise", "byteorder", "cmp", "connlimit", "counter", "ct", "dup", "dynset", "exthdr",
    "fib", "flow_offload", "fwd", "hash", "immediate", "inner", "last", "limit", "log",
    "lookup", "masq", "match", "meta", "nat", "notrack", "numgen", "objref", "osf", "payload",
    "queue", "quota", "range", "redir", "reject", "rt", "socket", "synproxy", "target",
    "tproxy", "tunnel", "xfrm",
  ]
}
