public import Addressing

/// A rule of iptables-legacy: a `struct ipt_entry` or `ip6t_entry`, its matches and its target.
public struct LegacyRule: Equatable, Sendable {
  public var source: MaskedAddress
  public var destination: MaskedAddress
  /// A name that stands for all that begin alike has a `+` at its end. Empty for any.
  public var inInterface: String
  public var outInterface: String
  /// The number of the transport protocol; 0 for any.
  public var transport: UInt16
  /// Second and further fragments alone: `IPT_F_FRAG`.
  public var isFragment: Bool
  /// Which of the above must not be so.
  public var inversions: Inversions
  public var counter: PacketCounter
  public var matches: [XtExtension]
  public var target: Target

  /// An address of which only the bits count that are set in the mask.
  public struct MaskedAddress: Equatable, Sendable {
    public var address: IPAddress
    public var mask: IPAddress
  }

  /// `IPT_INV_*` and `IP6T_INV_*`
  public struct Inversions: OptionSet, Hashable, Sendable {
    public var rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let inInterface = Self(rawValue: 0x01)  // IPT_INV_VIA_IN
    public static let outInterface = Self(rawValue: 0x02)  // IPT_INV_VIA_OUT
    public static let source = Self(rawValue: 0x08)  // IPT_INV_SRCIP
    public static let destination = Self(rawValue: 0x10)  // IPT_INV_DSTIP
    public static let fragment = Self(rawValue: 0x20)  // IPT_INV_FRAG
    public static let transport = Self(rawValue: 0x40)  // XT_INV_PROTO
  }

  public enum Target: Equatable, Sendable {
    /// The standard target; `.continue` for a rule that has none, `.other` with the place for a jump
    /// to where no chain begins.
    case verdict(RuleVerdict)
    case named(XtExtension)
  }
}

extension LegacyRule {
  /// - Throws: ``WireError/badLength(_:available:)`` for an extension that leads out of the entry.
  init(_ entry: EntryPlace, _ table: Span<UInt8>, _ heads: LegacyHeads) throws(WireError) {
    let bytes = table.extracting(entry.offset..<entry.offset + entry.length)
    let layout = entry.layout
    source = MaskedAddress(bytes, at: 0, layout)
    destination = MaskedAddress(bytes, at: layout.width, layout)
    inInterface = Self.interface(bytes, at: layout.names)
    outInterface = Self.interface(bytes, at: layout.names + 16)
    transport = bytes.uint16(at: layout.proto)
    isFragment = !layout.isIPv6 && bytes[layout.flags] & 1 != 0
    inversions = Inversions(rawValue: bytes[layout.flags + 1])
    counter = entry.counter(table)
    matches = try Self.matches(of: entry, bytes)
    target = try Target(entry, table, heads)
  }

  /// A name of at most 16 bytes; 32 bytes after it, as many say which of them count, and where its end
  /// does not, all count that begin alike.
  private static func interface(_ bytes: Span<UInt8>, at offset: Int) -> String {
    let name = bytes.extracting(offset..<offset + 16)
    guard name[0] != 0 else { return "" }
    let mask = bytes.extracting(offset + 32..<offset + 48)
    let counting = mask.indices.first { mask[$0] == 0 } ?? mask.count
    let length = name.indices.first { name[$0] == 0 } ?? name.count
    if counting > length || counting == name.count { return name.text }
    return counting == 0 ? "" : name.extracting(0..<counting).text + "+"
  }

  private static func matches(
    of entry: EntryPlace, _ bytes: Span<UInt8>
  ) throws(WireError) -> [XtExtension] {
    var matches: [XtExtension] = []
    var place = entry.layout.size
    while place < entry.target {
      let match = try XtExtension(bytes.extracting(place..<entry.target))
      matches.append(match)
      place += match.info.count + extensionHeaderSize
    }
    return matches
  }
}

extension LegacyRule.MaskedAddress {
  /// Both addresses come first, then both masks.
  fileprivate init(_ entry: Span<UInt8>, at offset: Int, _ layout: LegacyLayout) {
    address = IPAddress(entry, at: offset, isIPv6: layout.isIPv6)
    mask = IPAddress(entry, at: offset + 2 * layout.width, isIPv6: layout.isIPv6)
  }
}

extension IPAddress {
  fileprivate init(_ bytes: Span<UInt8>, at offset: Int, isIPv6: Bool) {
    self =
      isIPv6
      ? .v6(high: bytes.big(from: offset, count: 8), low: bytes.big(from: offset + 8, count: 8))
      : .v4(UInt32(truncatingIfNeeded: bytes.big(from: offset, count: 4)))
  }
}

extension LegacyRule.Target {
  fileprivate init(
    _ entry: EntryPlace, _ table: Span<UInt8>, _ heads: LegacyHeads
  ) throws(WireError) {
    guard entry.isStandard(table) else {
      let end = entry.offset + entry.length
      self = .named(try XtExtension(table.extracting(entry.offset + entry.target..<end)))
      return
    }
    self = .verdict(entry.verdict(table, heads))
  }
}

extension EntryPlace {
  fileprivate func verdict(_ table: Span<UInt8>, _ heads: LegacyHeads) -> RuleVerdict {
    switch verdict(table) {
    case Self.drop: return .drop
    case -2: return .accept  // -NF_ACCEPT - 1
    case -4: return .queue(0)  // -NF_QUEUE - 1
    case -5: return .return  // XT_RETURN
    case let place where Int(place) == offset + length: return .continue
    case let place:
      // A jump leads to the entry after the one that names the chain.
      guard let name = heads[Int(place) - layout.size - 64]?.name else { return .other(place) }
      return isGoto(table) ? .goto(name) : .jump(name)
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
