/// `xt_set`: addresses and ports in an ipset.
struct XtSet: XtOpaqueMatch {
  static let name = "set"
  let set: XtSetName
  let isInverted: Bool
  let returnsNoMatch: Bool
  let updatesCounters: Bool
  let updatesSubcounters: Bool
  let packets: Counter?
  let bytes: Counter?

  /// `struct ip_set_counter_match`
  struct Counter: Sendable {
    let operation: Comparison
    let value: UInt64
  }

  enum Comparison: UInt8, Sendable {
    case equal = 1  // IPSET_COUNTER_EQ
    case notEqual = 2  // IPSET_COUNTER_NE
    case less = 3  // IPSET_COUNTER_LT
    case greater = 4  // IPSET_COUNTER_GT
  }

  init?(_ info: XtInfo) {
    let sizes = [32, 4, 4, 48, 48]
    guard info.revision < sizes.count, info.isSized(sizes[Int(info.revision)]) else { return nil }
    set = info.revision == 0 ? XtSetName(oldest: info, at: 0) : XtSetName(info, at: 0)
    isInverted =
      info.revision == 0 ? info.word(4) & 4 != 0 : info.byte(3) & 1 != 0  // IPSET_INV_MATCH
    guard info.revision >= 3 else {
      returnsNoMatch = info.revision == 2 && info.byte(3) & 0x80 != 0  // IPSET_RETURN_NOMATCH
      (updatesCounters, updatesSubcounters, packets, bytes) = (true, true, nil, nil)
      return
    }
    let flags = info.word(40)
    returnsNoMatch = flags & 0x80 != 0  // IPSET_FLAG_RETURN_NOMATCH
    updatesCounters = flags & 8 == 0  // IPSET_FLAG_SKIP_COUNTER_UPDATE
    updatesSubcounters = flags & 16 == 0  // IPSET_FLAG_SKIP_SUBCOUNTER_UPDATE
    packets = Counter(info, at: 8)
    bytes = Counter(info, at: 24)
  }

  func add(to options: inout XtOptions) {
    options.add("--match-set", set.text, not: isInverted)
    if returnsNoMatch { options.add("--return-nomatch") }
    if !updatesCounters { options.add("--update-counters", not: true) }
    if !updatesSubcounters { options.add("--update-subcounters", not: true) }
    packets?.add("--packets", to: &options)
    bytes?.add("--bytes", to: &options)
  }
}

extension XtSet.Counter {
  /// Its parts changed places with revision 4.
  fileprivate init?(_ info: XtInfo, at offset: Int) {
    let (operation, value) = info.revision == 3 ? (offset, offset + 8) : (offset + 8, offset)
    guard let comparison = XtSet.Comparison(rawValue: info.byte(operation)) else { return nil }
    self.init(operation: comparison, value: info.long(value))
  }

  fileprivate func add(_ name: String, to options: inout XtOptions) {
    switch operation {
    case .equal: options.add(name + "-eq", value)
    case .notEqual: options.add(name + "-eq", value, not: true)
    case .less: options.add(name + "-lt", value)
    case .greater: options.add(name + "-gt", value)
    }
  }
}

extension XtSet {
  /// What is in the set is not read.
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    .cannotTell(Doubt("set \(set.name ?? "\(set.index)")"))
  }
}
