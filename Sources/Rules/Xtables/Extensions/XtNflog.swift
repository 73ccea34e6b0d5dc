/// `xt_NFLOG`: hands a copy of a packet to a program.
struct XtNflog: XtPassingTarget {
  static let name = "NFLOG"
  let group: UInt16
  let prefix: String
  /// Of a packet, in bytes.
  let length: UInt32
  /// No more is copied; where it is not, the kernel does not look at the length.
  let copiesLength: Bool
  let threshold: UInt16

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(76) else { return nil }
    (length, group, threshold) = (info.word(0), info.half(4), info.half(6))
    copiesLength = info.half(8) & 1 != 0  // XT_NFLOG_F_COPY_LEN
    prefix = info.text(12..<76)
  }

  func add(to options: inout XtOptions) {
    if !prefix.isEmpty { options.add("--nflog-prefix", saved(prefix)) }
    if group != 0 { options.add("--nflog-group", group) }
    if copiesLength {
      options.add("--nflog-size", length)
    } else if length != 0 {
      options.add("--nflog-range", length)
    }
    if threshold != 0 { options.add("--nflog-threshold", threshold) }
  }
}
