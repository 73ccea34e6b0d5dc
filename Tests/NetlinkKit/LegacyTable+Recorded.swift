public import Netlink

extension LegacyTable {
  /// A byte for the family, the answer to `IPT_SO_GET_INFO`, and the entries.
  public init(recorded bytes: [UInt8], name: String = "nat") throws(WireError) {
    let start = min(1 + LegacyInfo.length, bytes.count)
    try self.init(
      name: name, isIPv6: bytes.first.map { $0 & 1 == 1 } ?? false,
      info: LegacyInfo(bytes.span.extracting(min(1, start)..<start)),
      entries: bytes.span.extracting(droppingFirst: start))
  }
}
