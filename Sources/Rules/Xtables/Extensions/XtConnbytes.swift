/// `xt_connbytes`: how much a connection has carried.
struct XtConnbytes: XtOpaqueMatch {
  static let name = "connbytes"
  /// The higher first where it is all but those between.
  let from: UInt64
  let to: UInt64
  let what: UInt8
  let direction: UInt8

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(18) else { return nil }
    (from, to) = (info.long(0), info.long(8))
    (what, direction) = (info.byte(16), info.byte(17))
    guard what < Self.whats.count, direction < Self.directions.count else { return nil }
  }

  func add(to options: inout XtOptions) {
    let (low, high) = (min(from, to), max(from, to))
    let isOpen = high == 0 || high == .max
    options.add("--connbytes", isOpen ? "\(low)" : "\(low):\(high)", not: from > to)
    options.add("--connbytes-mode", Self.whats[Int(what)])
    options.add("--connbytes-dir", Self.directions[Int(direction)])
  }

  private static let whats = ["packets", "bytes", "avgpkt"]  // XT_CONNBYTES_*
  private static let directions = ["original", "reply", "both"]  // XT_CONNBYTES_DIR_*
}
