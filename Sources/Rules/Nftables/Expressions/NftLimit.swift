import Netlink

extension Expression.Limit {
  /// `limit`, as nft writes it.
  var text: String {
    let start = "limit rate \(isOver ? "over " : "")"
    if countsBytes {
      let tail = burst > 0 ? " burst \(bytesText(UInt64(burst)))" : ""
      return "\(start)\(bytesText(rate))/\(unitName)\(tail)"
    }
    let tail = burst == 0 || burst == Self.usualBurst ? "" : " burst \(burst) packets"
    return "\(start)\(rate)/\(unitName)\(tail)"
  }

  /// What nft takes where nobody says it.
  private static let usualBurst: UInt32 = 5

  private var unitName: String {
    switch unit {
    case 1: "second"
    case 60: "minute"
    case 3600: "hour"
    case 86400: "day"
    case 604_800: "week"
    default: "\(unit) seconds"
    }
  }
}

/// A number of bytes in the largest of nft's units that it is a multiple of.
func bytesText(_ count: UInt64) -> String {
  var rest = count
  for unit in ["bytes", "kbytes"] {
    guard rest > 0, rest % 1024 == 0 else { return "\(rest) \(unit)" }
    rest /= 1024
  }
  return "\(rest) mbytes"
}
