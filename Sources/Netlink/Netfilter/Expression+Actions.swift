extension Expression {
  static func reject(
    _ nest: consuming AttributeReader<RejectAttribute>
  ) throws(WireError) -> Self {
    .reject(
      type: try nest.number(.type) ?? 0, code: try nest.find(.code)?.uint8() ?? 0)
  }

  static func duplicate(
    _ nest: consuming AttributeReader<DuplicateAttribute>
  ) throws(WireError) -> Self {
    .duplicate(address: try nest.register(.address), device: try nest.register(.device))
  }

  static func forward(
    _ nest: consuming AttributeReader<ForwardAttribute>
  ) throws(WireError) -> Self {
    .forward(device: try nest.register(.device) ?? 0)
  }

  static func object(
    _ nest: consuming AttributeReader<ObjectAttribute>
  ) throws(WireError) -> Self {
    .object(type: try nest.number(.type) ?? 0, name: try nest.text(.name) ?? "")
  }

  static func queue(_ nest: consuming AttributeReader<QueueAttribute>) throws(WireError) -> Self {
    .queue(
      first: try nest.find(.number)?.uint16(.network) ?? 0,
      count: try nest.find(.total)?.uint16(.network) ?? 1,
      flags: try nest.find(.flags)?.uint16(.network) ?? 0)
  }

  static func update(
    _ nest: consuming AttributeReader<UpdateAttribute>
  ) throws(WireError) -> Self {
    .update(
      set: try nest.text(.set) ?? "", operation: try nest.number(.operation) ?? 0,
      key: try nest.register(.key) ?? 0, timeout: try nest.wide(.timeout))
  }
}

extension Expression.LogOptions {
  init(_ nest: consuming AttributeReader<LogAttribute>) throws(WireError) {
    self.init(
      prefix: try nest.text(.prefix), group: try nest.find(.group)?.uint16(.network),
      level: try nest.number(.level), flags: try nest.number(.flags) ?? 0)
  }
}

extension Expression.Translation {
  init(nat nest: consuming AttributeReader<NatAttribute>) throws(WireError) {
    self.init(
      try nest.number(.type) == 0 ? .source : .destination,  // NFT_NAT_SNAT
      family: NftFamily(rawValue: UInt8(truncatingIfNeeded: try nest.number(.family) ?? 0)),
      address: try nest.register(.address), lastAddress: try nest.register(.lastAddress),
      port: try nest.register(.port), lastPort: try nest.register(.lastPort),
      flags: try nest.number(.flags) ?? 0)
  }

  init(masquerade nest: consuming AttributeReader<MasqueradeAttribute>) throws(WireError) {
    self.init(
      .masquerade, port: try nest.register(.port),
      lastPort: try nest.register(.lastPort), flags: try nest.number(.flags) ?? 0)
  }

  init(redirect nest: consuming AttributeReader<RedirectAttribute>) throws(WireError) {
    self.init(
      .redirect, port: try nest.register(.port),
      lastPort: try nest.register(.lastPort), flags: try nest.number(.flags) ?? 0)
  }
}
