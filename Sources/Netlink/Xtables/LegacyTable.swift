/// A table of iptables-legacy. Its entries may be tens of thousands: they are handed on one by one.
public struct LegacyTable: Hashable, Sendable {
  public var name: String
  public var isIPv6: Bool
  /// The names of ipsets by the numbers that rules have for them; empty where nobody asked.
  public var setNames: [UInt16: String]

  public init(name: String, isIPv6: Bool, setNames: [UInt16: String] = [:]) {
    self.name = name
    self.isIPv6 = isIPv6
    self.setNames = setNames
  }
}

/// What an entry of a table is for.
public enum LegacyEntry: Equatable, Sendable {
  /// A chain begins. `hook` is one of `NF_INET_*`, or `nil` for a chain that others jump to; of `rules`
  /// as many follow at most.
  case chain(name: String, hook: Int?, rules: Int)
  case rule(LegacyRule)
  /// The chain's last entry: the policy of one with a hook, or the return of one that has none.
  case end(drops: Bool, PacketCounter)
}

extension LegacyTable {
  /// Hands on the entries of a table (`struct ipt_get_entries`, without its own header): built-in
  /// chains begin where hooks enter, others at a target named `ERROR`.
  public func read(
    _ bytes: Span<UInt8>, _ info: LegacyInfo, _ take: (LegacyEntry) -> Void
  ) throws(WireError) {
    let heads = try LegacyHeads(bytes, info, isIPv6: isIPv6)
    var isInChain = false
    var offset = 0
    while offset < bytes.count {  // the last entry only marks the end
      let entry = try EntryPlace(bytes, at: offset, isIPv6: isIPv6)
      let next = offset + entry.length
      if let head = heads[offset], next < bytes.count {
        take(.chain(name: head.name, hook: head.hook, rules: head.entries))
        isInChain = true
      }
      if isInChain, !entry.isError(bytes) {
        let isLast = next >= bytes.count || heads[next] != nil
        take(
          isLast
            ? .end(drops: entry.verdict(bytes) == EntryPlace.drop, entry.counter(bytes))
            : .rule(try LegacyRule(entry, bytes, heads)))
      }
      offset = next
    }
  }
}
