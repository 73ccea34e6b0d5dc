import Netlink

extension Expression.Limit {
  /// `limit`, as nft writes it.
  var text: String {
    let units: [UInt64: String] = [
      1: "second", 60: "minute", 3600: "hour", 86400: "day", 604_800: "week",
    ]
    let unit = units[unit] ?? "\(unit) seconds"
    let start = "limit rate \(isOver ? "over " : "")"
    if countsBytes {
      return start + "\(bytes(rate))/\(unit)" + (burst > 0 ? " burst \(bytes(UInt64(burst)))" : "")
    }
    return start + "\(rate)/\(unit)" + (burst == 5 ? "" : " burst \(burst) packets")
  }

  private func bytes(_ count: UInt64) -> String {
    if count >= 1 << 20, count % (1 << 20) == 0 { return "\(count >> 20) mbytes" }
    if count >= 1 << 10, count % (1 << 10) == 0 { return "\(count >> 10) kbytes" }
    return "\(count) bytes"
  }
}
