/// Where one `struct ipt_entry` or `ip6t_entry` is: addresses, interfaces, matches and a target.
///
/// Nothing is read before it is asked for; what is asked lies within the entry.
struct EntryPlace {
  /// Where it begins in the table, in bytes, as are the others.
  let offset: Int
  let target: Int
  let length: Int
  let layout: LegacyLayout

  /// - Throws: ``WireError/badLength(_:available:)`` for offsets that lead out of the entry.
  init(_ table: Span<UInt8>, at offset: Int, isIPv6: Bool) throws(WireError) {
    layout = isIPv6 ? .v6 : .v4
    let available = table.count - offset
    guard available >= layout.size else { throw .badLength(layout.size, available: available) }
    let target = Int(table.uint16(at: offset + layout.fixed + 4))
    length = Int(table.uint16(at: offset + layout.fixed + 6))
    guard length <= available, target >= layout.size, target + extensionHeaderSize <= length else {
      throw .badLength(length, available: available)
    }
    self.offset = offset
    self.target = target
  }

  func counter(_ table: Span<UInt8>) -> PacketCounter {
    PacketCounter(
      packets: table.uint64(at: offset + layout.size - 16),
      bytes: table.uint64(at: offset + layout.size - 8))
  }

  func isGoto(_ table: Span<UInt8>) -> Bool {
    table[offset + layout.flags] & layout.goto != 0
  }

  /// The target of a standard verdict or jump has no name.
  func isStandard(_ table: Span<UInt8>) -> Bool {
    table[offset + target + 2] == 0
  }

  /// A standard target's number: a verdict below zero, or a place in the table.
  func verdict(_ table: Span<UInt8>) -> Int32 {
    guard target + extensionHeaderSize + 4 <= length else { return 0 }
    return Int32(bitPattern: table.uint32(at: offset + target + extensionHeaderSize))
  }

  /// Whether it only marks where a chain begins: its target is `ERROR`.
  func isError(_ table: Span<UInt8>) -> Bool {
    let name = offset + target + 2
    return table[name] == UInt8(ascii: "E") && table.extracting(name..<name + 6).text == "ERROR"
  }

  /// The name of the chain that begins here.
  func errorName(_ table: Span<UInt8>) -> String {
    table.extracting(offset + target + extensionHeaderSize..<offset + length).text
  }

  /// `-NF_DROP - 1`
  static let drop: Int32 = -1
}

/// `struct xt_entry_match` and `xt_entry_target`: size, name, revision.
let extensionHeaderSize = 32

/// Where the parts of an entry are; the two families differ in the size of an address.
struct LegacyLayout {
  /// Of an address.
  let width: Int
  let names: Int
  let proto: Int
  let flags: Int
  let fixed: Int
  let size: Int
  /// `IPT_F_GOTO`, `IP6T_F_GOTO`
  let goto: UInt8
  let isIPv6: Bool

  static let v4 = LegacyLayout(
    width: 4, names: 16, proto: 80, flags: 82, fixed: 84, size: 112, goto: 2, isIPv6: false)
  static let v6 = LegacyLayout(
    width: 16, names: 64, proto: 128, flags: 131, fixed: 136, size: 168, goto: 4, isIPv6: true)
}
