extension Expression {
  static func compare(
    _ nest: consuming AttributeReader<CompareAttribute>
  ) throws(WireError) -> Self {
    .compare(
      try nest.register(.source) ?? 0,
      Comparison(rawValue: try nest.number(.operation) ?? 0) ?? .equal,
      try nest.find(.data)?.value.nestedValue() ?? [])
  }

  static func range(_ nest: consuming AttributeReader<RangeAttribute>) throws(WireError) -> Self {
    .range(
      try nest.register(.source) ?? 0,
      try nest.number(.operation) == 1 ? .notEqual : .equal,
      from: try nest.find(.from)?.value.nestedValue() ?? [],
      to: try nest.find(.to)?.value.nestedValue() ?? [])
  }

  static func lookup(
    _ nest: consuming AttributeReader<LookupAttribute>
  ) throws(WireError) -> Self {
    let hasDestination = try nest.number(.destination) != nil
    let destination = try nest.register(.destination)
    return .lookup(
      set: try nest.text(.set) ?? "", try nest.register(.source) ?? 0, into: destination,
      isVerdict: hasDestination && destination == nil,
      inverted: (try nest.number(.flags) ?? 0) & 1 != 0)
  }

  static func quota(_ nest: consuming AttributeReader<QuotaAttribute>) throws(WireError) -> Self {
    .quota(
      bytes: try nest.wide(.bytes) ?? 0, over: (try nest.number(.flags) ?? 0) & 1 != 0,
      used: try nest.wide(.consumed) ?? 0)
  }
}

extension Expression.Limit {
  init(_ nest: consuming AttributeReader<LimitAttribute>) throws(WireError) {
    self.init(
      rate: try nest.wide(.rate) ?? 0, unit: try nest.wide(.unit) ?? 0,
      burst: try nest.number(.burst) ?? 0, countsBytes: try nest.number(.type) == 1,
      over: (try nest.number(.flags) ?? 0) & 1 != 0)
  }
}

extension XtExtension {
  init(_ nest: consuming AttributeReader<ExtensionAttribute>) throws(WireError) {
    self.init(
      name: try nest.text(.name) ?? "", revision: try nest.number(.revision) ?? 0,
      info: try nest.bytes(.info) ?? [])
  }
}
