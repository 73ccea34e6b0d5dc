extension LegacyTable {
  /// Puts the chains together from the entries of a table (`struct ipt_get_entries`, without its
  /// own header): built-in ones begin where hooks enter, others at a target named `ERROR`.
  public init(
    name: String, isIPv6: Bool, info: LegacyInfo, entries bytes: Span<UInt8>
  ) throws(WireError) {
    self.init(name: name, isIPv6: isIPv6, chains: [])
    let heads = try LegacyHeads(bytes, info, isIPv6: isIPv6)
    var offset = 0
    while offset < bytes.count {  // the last entry only marks the end
      let entry = try LegacyEntry(bytes, at: offset, isIPv6: isIPv6)
      let next = offset + entry.length
      if let head = heads[offset], next < bytes.count { begin(head) }
      let isLast = next >= bytes.count || heads[next] != nil
      if !entry.isError(bytes), !chains.isEmpty {
        if isLast {
          chains[chains.count - 1].close(with: entry, bytes)
        } else {
          chains[chains.count - 1].rules.append(try LegacyRule(entry, bytes, heads))
        }
      }
      offset = next
    }
  }

  private mutating func begin(_ head: LegacyHeads.Head) {
    let policy = head.hook.map {
      Policy(drops: false, counter: PacketCounter(packets: 0, bytes: 0), hook: $0)
    }
    var rules: [LegacyRule] = []
    rules.reserveCapacity(head.entries)
    chains.append(Chain(name: head.name, policy: policy, rules: rules))
  }
}

extension LegacyTable.Chain {
  /// The last entry of a chain is its policy, or the return of a chain that has none.
  fileprivate mutating func close(with entry: LegacyEntry, _ bytes: Span<UInt8>) {
    policy?.drops = entry.verdict(bytes) == LegacyEntry.drop
    policy?.counter = entry.counter(bytes)
  }
}

/// Where chains begin, in bytes, which is also how jumps name them.
struct LegacyHeads {
  struct Head {
    var name: String
    /// `nil` for a chain that others jump to.
    var hook: Int?
    /// How many there are up to the next chain, the last one included.
    var entries = 0
  }

  private var heads: [Int: Head] = [:]

  init(_ bytes: Span<UInt8>, _ info: LegacyInfo, isIPv6: Bool) throws(WireError) {
    for hook in 0..<5 where info.hooks & 1 << UInt32(hook) != 0 {
      heads[info.entries[hook]] = Head(name: Self.names[hook], hook: hook)
    }
    var offset = 0
    var (last, entries) = (0, 0)
    while offset < bytes.count {
      let entry = try LegacyEntry(bytes, at: offset, isIPv6: isIPv6)
      if entry.isError(bytes) { heads[offset] = Head(name: entry.errorName(bytes), hook: nil) }
      if heads[offset] != nil {
        heads[last]?.entries = entries
        (last, entries) = (offset, 0)
      }
      entries += 1
      offset += entry.length
    }
    heads[last]?.entries = entries
  }

  subscript(offset: Int) -> Head? { heads[offset] }

  private static let names = ["PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"]
}
