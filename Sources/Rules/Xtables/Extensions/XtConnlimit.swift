import Addressing

/// `xt_connlimit`: how many connections there are of a network at once.
struct XtConnlimit: XtOpaqueMatch {
  static let name = "connlimit"
  let mask: IPAddress
  let limit: UInt32
  /// So many at most, rather than more than that.
  let isUpTo: Bool
  let ofDestination: Bool
  private let hasSide: Bool

  init?(_ info: XtInfo) {
    guard info.revision <= 1, info.isSized(32) else { return nil }
    mask = info.address(0)
    limit = info.word(16)
    isUpTo = info.word(20) & 1 != 0  // XT_CONNLIMIT_INVERT
    ofDestination = info.word(20) & 2 != 0  // XT_CONNLIMIT_DADDR
    hasSide = info.revision == 1
  }

  func add(to options: inout XtOptions) {
    options.add(isUpTo ? "--connlimit-upto" : "--connlimit-above", limit)
    options.add("--connlimit-mask", maskLength)
    guard hasSide else { return }
    options.add(ofDestination ? "--connlimit-daddr" : "--connlimit-saddr")
  }

  /// iptables sets whole masks only.
  private var maskLength: Int { mask.number.nonzeroBitCount }
}
