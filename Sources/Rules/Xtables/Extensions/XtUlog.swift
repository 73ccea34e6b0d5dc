/// `ipt_ULOG`: what came before NFLOG, in kernels up to 3.16.
struct XtUlog: XtPassingTarget {
  static let name = "ULOG"
  /// A bit for the group.
  let group: UInt32
  let copyRange: UInt64
  let threshold: UInt64
  let prefix: String

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(56) else { return nil }
    (group, copyRange, threshold) = (info.word(0), info.long(8), info.long(16))
    prefix = info.text(24..<56)
  }

  func add(to options: inout XtOptions) {
    if !prefix.isEmpty { options.add("--ulog-prefix", saved(prefix)) }
    if group != 1 {
      options.add("--ulog-nlgroup", group == 0 ? 0 : group.trailingZeroBitCount + 1)
    }
    if copyRange != 0 { options.add("--ulog-cprange", UInt32(truncatingIfNeeded: copyRange)) }
    if threshold != 1 { options.add("--ulog-qthreshold", UInt32(truncatingIfNeeded: threshold)) }
  }
}
