/// `xt_ecn`: the bits by which congestion is told, of IP and of TCP.
struct XtEcn: XtMatch {
  static let name = "ecn"
  /// `XT_ECN_OP_MATCH_*`
  let operation: UInt8
  let inverted: UInt8
  let ipECT: UInt8

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(4) else { return nil }
    (operation, inverted, ipECT) = (info.byte(0), info.byte(1), info.byte(2))
  }

  func add(to options: inout XtOptions) {
    if operation & 0x10 != 0 {  // XT_ECN_OP_MATCH_ECE
      options.add("--ecn-tcp-ece", not: inverted & 0x10 != 0)
    }
    if operation & 0x20 != 0 {  // XT_ECN_OP_MATCH_CWR
      options.add("--ecn-tcp-cwr", not: inverted & 0x20 != 0)
    }
    if operation & 1 != 0 {  // XT_ECN_OP_MATCH_IP
      options.add("--ecn-ip-ect", ipECT, not: inverted & 1 != 0)
    }
  }
}
