extension Expression {
  static func meta(_ nest: consuming AttributeReader<MetaAttribute>) throws(WireError) -> Self {
    let key = try nest.number(.key) ?? 0
    if let source = try nest.register(.source) { return .setMeta(key: key, from: source) }
    return .meta(key: key, into: try nest.register(.destination) ?? 0)
  }

  static func connection(
    _ nest: consuming AttributeReader<ConnectionAttribute>
  ) throws(WireError) -> Self {
    let key = try nest.number(.key) ?? 0
    if let source = try nest.register(.source) { return .setConnection(key: key, from: source) }
    let direction = try nest.find(.direction)?.uint8()
    return .connection(
      key: key, direction: direction, into: try nest.register(.destination) ?? 0)
  }

  static func payload(
    _ nest: consuming AttributeReader<PayloadAttribute>
  ) throws(WireError) -> Self {
    let payload = Payload(
      base: try nest.number(.base) ?? 0, offset: try nest.number(.offset) ?? 0,
      length: try nest.number(.length) ?? 0)
    if let source = try nest.register(.source) { return .setPayload(payload, from: source) }
    return .payload(payload, into: try nest.register(.destination) ?? 0)
  }

  static func fib(_ nest: consuming AttributeReader<FibAttribute>) throws(WireError) -> Self {
    .fib(
      result: try nest.number(.result) ?? 0, flags: try nest.number(.flags) ?? 0,
      into: try nest.register(.destination) ?? 0)
  }

  static func immediate(
    _ nest: consuming AttributeReader<ImmediateAttribute>
  ) throws(WireError) -> Self {
    let data = try nest.span(.data)
    return .immediate(
      try Datum(AttributeReader(data)), into: try nest.register(.destination) ?? 0)
  }

  static func bitwise(
    _ nest: consuming AttributeReader<BitwiseAttribute>
  ) throws(WireError) -> Self {
    guard try nest.number(.operation) ?? 0 == 0 else { return .other(name: "bitwise") }
    return .bitwise(
      from: try nest.register(.source) ?? 0, into: try nest.register(.destination) ?? 0,
      mask: try nest.find(.mask)?.value.nestedValue() ?? [],
      xor: try nest.find(.xor)?.value.nestedValue() ?? [])
  }

  static func numgen(
    _ nest: consuming AttributeReader<NumgenAttribute>
  ) throws(WireError) -> Self {
    .numgen(
      modulus: try nest.number(.modulus) ?? 0, random: try nest.number(.type) == 1,
      offset: try nest.number(.offset) ?? 0, into: try nest.register(.destination) ?? 0)
  }

  static func hash(_ nest: consuming AttributeReader<HashAttribute>) throws(WireError) -> Self {
    .hash(
      modulus: try nest.number(.modulus) ?? 0, symmetric: try nest.number(.type) == 1,
      from: try nest.register(.source) ?? 0, offset: try nest.number(.offset) ?? 0,
      into: try nest.register(.destination) ?? 0)
  }
}
