/// The answer to `IPT_SO_GET_INFO`, `struct ipt_getinfo`; IPv6 has the same.
public struct LegacyInfo: Equatable, Sendable {
  /// A bit for each of `NF_INET_*` that the table is called from.
  public var hooks: UInt32
  public var entries: [Int]
  /// Size of all entries, in bytes.
  public var size: Int

  /// The length of the struct.
  public static let length = 84

  public init(_ bytes: Span<UInt8>) throws(WireError) {
    guard bytes.count >= Self.length else {
      throw .shortMessage(need: Self.length, have: bytes.count)
    }
    hooks = bytes.uint32(at: 32)
    entries = (0..<5).map { Int(bytes.uint32(at: 36 + $0 * 4)) }
    size = Int(bytes.uint32(at: 80))
  }
}

extension LegacyTable {
  /// Puts the chains together from the entries of a table (`struct ipt_get_entries`, without its
  /// own header): built-in ones begin where hooks enter, others at a target named `ERROR`.
  public init(
    name: String, isIPv6: Bool, info: LegacyInfo, entries bytes: Span<UInt8>
  ) throws(WireError) {
    var entries: [LegacyEntry] = []
    var offset = 0
    while offset < bytes.count {
      let entry = try LegacyEntry(bytes, at: offset, isIPv6: isIPv6)
      entries.append(entry)
      offset += entry.length
    }
    self.init(name: name, isIPv6: isIPv6, chains: Self.chains(entries, info))
  }

  private static func chains(_ entries: [LegacyEntry], _ info: LegacyInfo) -> [Chain] {
    let heads = heads(entries, info)
    var chains: [Chain] = []
    for (index, entry) in entries.enumerated() {
      if let head = heads[entry.offset] {
        chains.append(Chain(name: head.name, policy: nil, rules: []))
        guard let hook = head.hook else {
          continue
        }
        chains[chains.count - 1].policy = Policy(drops: false, counter: entry.counter, hook: hook)
      }
      guard !chains.isEmpty, entry.target.name != "ERROR" else { continue }
      let isLast = index + 1 == entries.count || entries[index + 1].startsChain(heads)
      if isLast {
        chains[chains.count - 1].close(with: entry)
      } else {
        chains[chains.count - 1].rules.append(entry.rule(heads))
      }
    }
    return chains
  }

  private static func heads(_ entries: [LegacyEntry], _ info: LegacyInfo) -> [Int: LegacyEntry.Head]
  {
    var heads: [Int: LegacyEntry.Head] = [:]
    for hook in 0..<5 where info.hooks & 1 << UInt32(hook) != 0 {
      heads[info.entries[hook]] = LegacyEntry.Head(name: hookNames[hook], hook: hook)
    }
    for entry in entries where entry.target.name == "ERROR" {
      heads[entry.offset] = LegacyEntry.Head(
        name: entry.target.info.span.text, hook: nil)
    }
    return heads
  }
}

private let hookNames = ["PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"]

extension LegacyTable.Chain {
  /// The last entry of a chain is its policy, or the return of a chain that has none.
  fileprivate mutating func close(with entry: LegacyEntry) {
    policy?.drops = entry.target.verdict == -1
    policy?.counter = entry.counter
  }
}

extension LegacyEntry {
  /// Where a chain begins.
  struct Head {
    var name: String
    var hook: Int?
  }

  fileprivate func startsChain(_ heads: [Int: Head]) -> Bool {
    heads[offset] != nil || target.name == "ERROR"
  }

  fileprivate func rule(_ heads: [Int: Head]) -> LegacyRule {
    LegacyRule(counter: counter, clauses: conditions + [action(heads)])
  }

  private func action(_ heads: [Int: Head]) -> Clause {
    guard target.name.isEmpty else {
      return XtWords.target(target, isIPv6: isIPv6)
    }
    switch target.verdict {
    case -1: return Clause(.action(.drop), "-j DROP")
    case -2: return Clause(.action(.accept), "-j ACCEPT")
    case -4: return Clause(.other, "-j QUEUE")
    case -5: return Clause(.action(.return), "-j RETURN")
    case let verdict where verdict == Int32(truncatingIfNeeded: offset + length):
      return Clause(.action(.other), "")
    case let verdict:
      guard let name = names(verdict, heads) else { return Clause(.other, "[jump \(verdict)]") }
      return isGoto
        ? Clause(.action(.goto(name)), "-g \(name)") : Clause(.action(.jump(name)), "-j \(name)")
    }
  }

  /// A jump leads to the entry after the one that names the chain.
  private func names(_ verdict: Int32, _ heads: [Int: Head]) -> String? {
    let head = Int(verdict) - errorEntrySize
    return heads[head]?.name
  }

  private var errorEntrySize: Int { isIPv6 ? 168 + 64 : 112 + 64 }
}

extension XtExtension {
  /// A standard target's number: a verdict below zero, or a place in the table.
  fileprivate var verdict: Int32 {
    info.count >= 4 ? Int32(bitPattern: word(info, 0)) : 0
  }
}
