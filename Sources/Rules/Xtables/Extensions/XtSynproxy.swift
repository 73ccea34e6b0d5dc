/// `xt_SYNPROXY`: answers a SYN itself, and connects once the sender has shown that it is real.
struct XtSynproxy: XtTarget {
  static let name = "SYNPROXY"
  /// `NF_SYNPROXY_OPT_*`
  let flags: UInt8
  let windowScale: UInt8
  let mss: UInt16

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(4) else { return nil }  // struct nf_synproxy_info
    (flags, windowScale, mss) = (info.byte(0), info.byte(1), info.half(2))
  }

  func add(to options: inout XtOptions) {
    if flags & 4 != 0 { options.add("--sack-perm") }  // NF_SYNPROXY_OPT_SACK_PERM
    if flags & 8 != 0 { options.add("--timestamp") }  // NF_SYNPROXY_OPT_TIMESTAMP
    if flags & 2 != 0 { options.add("--wscale", windowScale) }  // NF_SYNPROXY_OPT_WSCALE
    if flags & 1 != 0 { options.add("--mss", mss) }  // NF_SYNPROXY_OPT_MSS
    if flags & 16 != 0 { options.add("--ecn") }  // NF_SYNPROXY_OPT_ECN
  }
}

extension XtSynproxy {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    guard let flags = packet.tcpFlags else { return .cannotTell(doubt) }
    if flags & 0x17 == 0x02 { return .taken("answered by synproxy") }  // SYN alone
    return flags & 0x17 == 0x10 ? .cannotTell(doubt) : .goOn  // an ACK must have its cookie
  }
}
