import Netlink

/// Fields that lie side by side, which nft loads and compares together.
extension NftInterpreter {
  /// Takes a comparison of several fields apart.
  mutating func relateParts(
    _ payload: PayloadBits, _ sign: Expression.Comparison, _ value: Value
  ) {
    var rest = Part(payload, value)
    guard let layer = payload.layer, let place = layers.header(at: payload.offset, of: layer),
      place.header != .unknown
    else { return add(tellRaw(payload), sign, .value(value)) }
    rest.bits.offset -= place.start
    var base: Layer? = layer
    for field in place.header.fields where field.offset == rest.bits.offset && isPossible(field) {
      let part = rest.take(min(field.bits, rest.bits.bits))
      relate(field, of: place.header, &base, sign, part)
      if rest.bits.bits == 0 { return }
    }
    add(tellRaw(rest.bits), sign, .value(rest.value))
  }

  /// `base` is where the header is; the layer below once another of the same layer follows.
  private mutating func relate(
    _ field: HeaderField, of header: Header, _ base: inout Layer?, _ sign: Expression.Comparison,
    _ value: Value
  ) {
    let number = UInt64(truncatingIfNeeded: value.number)
    let place = clauses.count
    add(Term(field), sign, Self.right(value, of: field))
    let isKnown = sign == .equal && field.isProtocol
    if isKnown {
      layers.note(protocolOf: header.layer, number)
      if let layer = base, layers[layer]?.next(number)?.layer == layer {
        base = Layer(rawValue: layer.rawValue - 1)
      }
    }
    leaveOut(for: header, field, at: header.layer)
    if isKnown, !Self.isEcho(header, number) {
      let origin = Dependency.Origin.header(header, isEtherType: field.type == .etherType)
      dependencies.store(
        Dependency(clause: place, origin: origin, number: number), above: base)
    }
  }

  /// Fields of an echo are shared by request and reply, so which of them it is stays.
  private static func isEcho(_ header: Header, _ type: UInt64) -> Bool {
    switch header {
    case .icmp: type == 8 || type == 0  // ICMP_ECHO, ICMP_ECHOREPLY
    case .icmpv6: type == 128 || type == 129  // ICMP6_ECHO_REQUEST, ICMP6_ECHO_REPLY
    default: false
    }
  }

  /// Where fewer bits are compared than the field has, it is a prefix.
  private static func right(_ value: Value, of field: HeaderField) -> Right {
    guard value.bits < field.bits else { return .value(value) }
    let missing = UInt128(field.bits - value.bits)
    return .prefix(Value(value.number << missing, bits: field.bits), length: value.bits)
  }
}

/// What is left of a comparison.
private struct Part {
  var bits: PayloadBits
  var value: Value

  init(_ bits: PayloadBits, _ value: Value) {
    self.bits = bits
    self.value = value
  }

  mutating func take(_ count: Int) -> Value {
    let taken = value.first(count)
    value = value.dropping(count)
    bits.offset += count
    bits.bits -= count
    return taken
  }
}
