/// `ip6t_frag`: the header of a fragment.
struct XtFrag: XtOpaqueMatch {
  static let name = "frag"
  let ids: XtRange<UInt32>
  /// `nil` for any.
  let length: UInt32?
  let isLengthInverted: Bool
  /// `IP6T_FRAG_*`
  let flags: UInt8

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(14) else { return nil }
    flags = info.byte(12)
    ids = info.words(0, not: info.byte(13) & 1 != 0)  // IP6T_FRAG_INV_IDS
    isLengthInverted = info.byte(13) & 2 != 0  // IP6T_FRAG_INV_LEN
    length = flags & 2 != 0 ? info.word(8) : nil  // IP6T_FRAG_LEN
  }

  func add(to options: inout XtOptions) {
    if !ids.isAny { options.add("--fragid", ids) }
    if let length { options.add("--fraglen", length, not: isLengthInverted) }
    if flags & 4 != 0 { options.add("--fragres") }  // IP6T_FRAG_RES
    if flags & 8 != 0 { options.add("--fragfirst") }  // IP6T_FRAG_FST
    if flags & 16 != 0 { options.add("--fragmore") }  // IP6T_FRAG_MF
    if flags & 32 != 0 { options.add("--fraglast") }  // IP6T_FRAG_NMF
  }
}
