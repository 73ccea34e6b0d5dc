public import Netlink

/// A recorded table of iptables-legacy: a byte for the family, the answer to `IPT_SO_GET_INFO`, and the
/// entries.
public struct RecordedTable {
  public let table: LegacyTable
  public private(set) var entries: [LegacyEntry] = []

  public init(_ bytes: [UInt8], name: String = "nat") throws(WireError) {
    let start = min(1 + LegacyInfo.length, bytes.count)
    table = LegacyTable(name: name, isIPv6: bytes.first.map { $0 & 1 == 1 } ?? false)
    let info = try LegacyInfo(bytes.span.extracting(min(1, start)..<start))
    var entries: [LegacyEntry] = []
    try table.read(bytes.span.extracting(droppingFirst: start), info) { entries.append($0) }
    self.entries = entries
  }

  /// The rules of all chains, or of one.
  public func rules(of chain: String? = nil) -> [LegacyRule] {
    var isInside = chain == nil
    var found: [LegacyRule] = []
    for entry in entries {
      switch entry {
      case .chain(let name, _, _): isInside = chain == nil || name == chain
      case .rule(let rule): if isInside { found.append(rule) }
      case .end: break
      }
    }
    return found
  }
}
