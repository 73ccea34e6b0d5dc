import Addressing

/// `ip6t_rt`: the routing header of IPv6.
struct XtRt: XtOpaqueMatch {
  static let name = "rt"
  let type: UInt32
  let segmentsLeft: XtRange<UInt32>
  let length: UInt32
  let addresses: [IPAddress]
  /// `IP6T_RT_*`
  let flags: UInt8
  let inverted: UInt8

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(280), info.byte(276) <= 16 else { return nil }
    (flags, inverted) = (info.byte(16), info.byte(17))
    (type, length) = (info.word(0), info.word(12))
    segmentsLeft = info.words(4, not: info.byte(17) & 2 != 0)  // IP6T_RT_INV_SGS
    addresses = (0..<Int(info.byte(276))).map { info.address6(20 + $0 * 16) }
  }

  func add(to options: inout XtOptions) {
    if flags & 1 != 0 { options.add("--rt-type", type, not: inverted & 1 != 0) }  // IP6T_RT_TYP
    if !segmentsLeft.isAny { options.add("--rt-segsleft", segmentsLeft) }
    if flags & 4 != 0 { options.add("--rt-len", length, not: inverted & 4 != 0) }  // IP6T_RT_LEN
    if flags & 8 != 0 { options.add("--rt-0-res") }  // IP6T_RT_RES
    if flags & 16 != 0 { options.add("--rt-0-addrs") }  // IP6T_RT_FST
    if !addresses.isEmpty { options.add(addresses.map { "\($0)" }.joined(separator: ",")) }
    if flags & 32 != 0 { options.add("--rt-0-not-strict") }  // IP6T_RT_FST_NSTRICT
  }
}
