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
      let entry = try EntryPlace(bytes, at: offset, isIPv6: isIPv6)
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
