import Addressing

/// One `struct ipt_entry` or `ip6t_entry`: addresses, interfaces, matches and a target.
struct LegacyEntry {
  /// Where it begins in the table, in bytes.
  let offset: Int
  let length: Int
  let counter: PacketCounter
  let conditions: [Clause]
  let target: XtExtension
  let isGoto: Bool
  let isIPv6: Bool

  /// - Throws: ``WireError/badLength(_:available:)`` for offsets that lead out of the entry.
  init(_ table: Span<UInt8>, at offset: Int, isIPv6: Bool) throws(WireError) {
    let layout = isIPv6 ? Layout.v6 : .v4
    let available = table.count - offset
    guard available >= layout.size else { throw .badLength(layout.size, available: available) }
    let start = table.extracting(droppingFirst: offset)
    let targetOffset = Int(start.uint16(at: layout.fixed + 4))
    length = Int(start.uint16(at: layout.fixed + 6))
    guard length <= available, targetOffset >= layout.size, targetOffset + 32 <= length else {
      throw .badLength(length, available: available)
    }
    self.offset = offset
    self.isIPv6 = isIPv6
    counter = PacketCounter(
      packets: start.uint64(at: layout.size - 16), bytes: start.uint64(at: layout.size - 8))
    var clauses = layout.conditions(start)
    var place = layout.size
    while place < targetOffset {
      let match = try XtExtension(start.extracting(place..<targetOffset))
      clauses.append(XtWords.match(match))
      place += match.size
    }
    conditions = clauses
    target = try XtExtension(start.extracting(targetOffset..<length))
    isGoto = start[layout.flags] & layout.goto != 0
  }
}

extension XtExtension {
  /// Reads a `struct xt_entry_match` or `xt_entry_target`: size, name, revision, options.
  fileprivate init(_ bytes: Span<UInt8>) throws(WireError) {
    guard bytes.count >= 32 else { throw .badLength(32, available: bytes.count) }
    let size = Int(bytes.uint16(at: 0))
    guard size >= 32, size <= bytes.count else { throw .badLength(size, available: bytes.count) }
    let info = bytes.extracting(32..<size)
    self.init(
      name: bytes.extracting(2..<31).text, revision: UInt32(bytes[31]),
      info: info.indices.map { info[$0] })
  }

  fileprivate var size: Int { info.count + 32 }
}

/// Where the parts of an entry are; the two families differ in the size of an address.
private struct Layout {
  let isIPv6: Bool
  let width: Int
  let names: Int
  let proto: Int
  let flags: Int
  let fixed: Int
  let size: Int

  static let v4 = Layout(
    isIPv6: false, width: 4, names: 16, proto: 80, flags: 82, fixed: 84, size: 112)
  static let v6 = Layout(
    isIPv6: true, width: 16, names: 64, proto: 128, flags: 131, fixed: 136, size: 168)

  /// `IPT_F_GOTO`, `IP6T_F_GOTO`
  var goto: UInt8 { isIPv6 ? 4 : 2 }

  func conditions(_ entry: Span<UInt8>) -> [Clause] {
    let inverted = entry[flags + 1]
    var clauses: [Clause] = []
    add(address(entry, 0, "-s", .source, inverted & 8 != 0), to: &clauses)  // IPT_INV_SRCIP
    add(address(entry, width, "-d", .destination, inverted & 16 != 0), to: &clauses)
    add(interface(entry, names, "-i", .inInterface, inverted & 1 != 0), to: &clauses)
    add(interface(entry, names + 16, "-o", .outInterface, inverted & 2 != 0), to: &clauses)
    let number = entry.uint16(at: proto)
    if number != 0 {
      let name = transportName(UInt8(truncatingIfNeeded: number))
      add(clause("-p", name, .transport, inverted & 64 != 0), to: &clauses)  // XT_INV_PROTO
    }
    if !isIPv6, entry[flags] & 1 != 0 {  // IPT_F_FRAG
      clauses.append(Clause(.other, inverted & 32 != 0 ? "! -f" : "-f"))
    }
    return clauses
  }

  private func add(_ clause: Clause?, to clauses: inout [Clause]) {
    if let clause { clauses.append(clause) }
  }

  private func clause(
    _ option: String, _ value: String, _ role: Clause.Role, _ isInverted: Bool
  ) -> Clause {
    Clause(
      role, (isInverted ? "! " : "") + "\(option) \(value)",
      value: (isInverted ? "!= " : "") + value)
  }

  private func address(
    _ entry: Span<UInt8>, _ offset: Int, _ option: String, _ role: Clause.Role,
    _ isInverted: Bool
  ) -> Clause? {
    let maskOffset = offset + 2 * width
    guard let address = IPAddress(span: entry.extracting(offset..<offset + width)),
      let mask = IPAddress(span: entry.extracting(maskOffset..<maskOffset + width))
    else { return nil }
    guard mask.number != 0 || isInverted else { return nil }
    guard let length = prefixLength(mask.bytes), let prefix = Prefix(address, length: length)
    else { return clause(option, "\(address)/\(mask)", role, isInverted) }
    var result = clause(option, "\(prefix)", role, isInverted)
    if !isInverted { result.prefix = prefix }
    return result
  }

  /// A name that stands for all that begin alike is kept with its `+`.
  private func interface(
    _ entry: Span<UInt8>, _ offset: Int, _ option: String, _ role: Clause.Role,
    _ isInverted: Bool
  ) -> Clause? {
    let name = entry.extracting(offset..<offset + 16).text
    guard !name.isEmpty else { return nil }
    return clause(option, name, role, isInverted)
  }
}
