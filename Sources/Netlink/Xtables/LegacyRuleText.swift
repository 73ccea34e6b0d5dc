import Addressing

/// Says what entries of a table do, in the words of iptables-save.
struct LegacyRuleText {
  let isIPv6: Bool
  let heads: LegacyHeads
  private var clauses: [Clause] = []

  init(isIPv6: Bool, heads: LegacyHeads) {
    self.isIPv6 = isIPv6
    self.heads = heads
  }

  mutating func summary(
    of entry: LegacyEntry, _ table: Span<UInt8>
  ) throws(WireError) -> RuleSummary {
    clauses.removeAll(keepingCapacity: true)
    let bytes = table.extracting(entry.offset..<entry.offset + entry.length)
    clauses.append(Clause(.counter(entry.counter(table)), ""))
    addConditions(bytes, entry.layout)
    var place = entry.layout.size
    while place < entry.target {
      let match = try XtExtension(bytes.extracting(place..<entry.target))
      XtText.add(match, to: &clauses)
      place += match.info.count + extensionHeaderSize
    }
    clauses.append(try action(of: entry, table, bytes))
    return RuleSummary(clauses)
  }

  private mutating func addConditions(_ entry: Span<UInt8>, _ layout: LegacyLayout) {
    let inverted = entry[layout.flags + 1]
    addAddress(entry, 0, "-s", .source, layout, inverted & 8 != 0)  // IPT_INV_SRCIP
    addAddress(entry, layout.width, "-d", .destination, layout, inverted & 16 != 0)
    addInterface(entry, layout.names, "-i", .inInterface, inverted & 1 != 0)  // IPT_INV_VIA_IN
    addInterface(entry, layout.names + 16, "-o", .outInterface, inverted & 2 != 0)
    let number = entry.uint16(at: layout.proto)
    if number != 0 {
      let name = transportName(UInt8(truncatingIfNeeded: number))
      add("-p", name, .transport, inverted & 64 != 0)  // XT_INV_PROTO
    }
    if !isIPv6, entry[layout.flags] & 1 != 0 {  // IPT_F_FRAG
      clauses.append(Clause(.other, inverted & 32 != 0 ? "! -f" : "-f"))
    }
  }

  private mutating func add(
    _ option: String, _ value: String, _ role: Clause.Role, _ isInverted: Bool
  ) {
    clauses.append(XtText.clause(role, option, value, isInverted: isInverted))
  }

  private mutating func addAddress(
    _ entry: Span<UInt8>, _ offset: Int, _ option: String, _ role: Clause.Role,
    _ layout: LegacyLayout, _ isInverted: Bool
  ) {
    let mask = entry.extracting(offset + 2 * layout.width..<offset + 3 * layout.width)
    guard isInverted || !mask.isZero,
      let address = IPAddress(span: entry.extracting(offset..<offset + layout.width))
    else { return }
    guard let length = mask.prefixLength, let prefix = Prefix(address, length: length) else {
      let words = IPAddress(span: mask).map { "\(address)/\($0)" } ?? ""
      return add(option, words, role, isInverted)
    }
    add(option, prefix.description, role, isInverted)
    if !isInverted { clauses[clauses.count - 1].prefix = prefix }
  }

  /// A name that stands for all that begin alike is kept with its `+`.
  private mutating func addInterface(
    _ entry: Span<UInt8>, _ offset: Int, _ option: String, _ role: Clause.Role,
    _ isInverted: Bool
  ) {
    guard entry[offset] != 0 else { return }
    add(option, entry.extracting(offset..<offset + 16).text, role, isInverted)
  }

  private func action(
    of entry: LegacyEntry, _ table: Span<UInt8>, _ bytes: Span<UInt8>
  ) throws(WireError) -> Clause {
    guard entry.isStandard(table) else {
      let target = try XtExtension(bytes.extracting(entry.target..<entry.length))
      return XtText.target(target, isIPv6: isIPv6)
    }
    switch entry.verdict(table) {
    case LegacyEntry.drop: return Clause(.action(.drop), "-j DROP")
    case -2: return Clause(.action(.accept), "-j ACCEPT")  // -NF_ACCEPT - 1
    case -4: return Clause(.other, "-j QUEUE")  // -NF_QUEUE - 1
    case -5: return Clause(.action(.return), "-j RETURN")  // XT_RETURN
    case let place where Int(place) == entry.offset + entry.length:
      return Clause(.action(.other), "")  // to the next rule: no target
    case let place:
      // A jump leads to the entry after the one that names the chain.
      guard let name = heads[Int(place) - entry.layout.size - 64]?.name else {
        return Clause(.other, "[jump \(place)]")
      }
      return entry.isGoto(table)
        ? Clause(.action(.goto(name)), "-g", value: name)
        : Clause(.action(.jump(name)), "-j", value: name)
    }
  }
}

extension XtExtension {
  /// Reads a `struct xt_entry_match` or `xt_entry_target`, and the options behind it.
  fileprivate init(_ bytes: Span<UInt8>) throws(WireError) {
    guard bytes.count >= extensionHeaderSize else {
      throw .badLength(extensionHeaderSize, available: bytes.count)
    }
    let size = Int(bytes.uint16(at: 0))
    guard size >= extensionHeaderSize, size <= bytes.count else {
      throw .badLength(size, available: bytes.count)
    }
    self.init(
      name: bytes.extracting(2..<31).text, revision: UInt32(bytes[31]),
      info: bytes.extracting(extensionHeaderSize..<size).array)
  }
}

extension Span<UInt8> {
  fileprivate var isZero: Bool {
    for index in indices where self[index] != 0 { return false }
    return true
  }

  /// The length of a mask of ones then zeros; `nil` for any other.
  fileprivate var prefixLength: UInt8? {
    var ones = 0
    var index = 0
    while index < count, self[index] == 0xff { (ones, index) = (ones + 8, index + 1) }
    guard index < count else { return UInt8(truncatingIfNeeded: ones) }
    let zeros = (~self[index]).leadingZeroBitCount
    guard self[index] == UInt8(truncatingIfNeeded: 0xff00 >> zeros) else { return nil }
    for rest in index + 1..<count where self[rest] != 0 { return nil }
    return UInt8(truncatingIfNeeded: ones + zeros)
  }
}
