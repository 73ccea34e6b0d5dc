/// `xt_ipvs`: a connection that IPVS balances.
struct XtIpvs: XtOpaqueMatch {
  static let name = "ipvs"
  /// `XT_IPVS_*`
  let matched: UInt8
  let inverted: UInt8
  let transport: UInt8
  let address: XtAddress
  let port: UInt16
  let controllingPort: UInt16
  let method: UInt8

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(40) else { return nil }
    (inverted, matched) = (info.byte(38), info.byte(39))
    (transport, method) = (info.byte(34), info.byte(35))
    (port, controllingPort) = (info.bigHalf(32), info.bigHalf(36))
    address = XtAddress(
      address: info.address(0), mask: info.address(16), isInverted: info.byte(38) & 4 != 0)
  }

  func add(to options: inout XtOptions) {
    func isInverted(_ bit: UInt8) -> Bool { inverted & bit != 0 }
    if matched == 1 { options.add("--ipvs", not: isInverted(1)) }  // XT_IPVS_IPVS_PROPERTY
    if matched & 2 != 0 { options.add("--vproto", transport, not: isInverted(2)) }
    if matched & 4 != 0 { options.add("--vaddr", address) }  // XT_IPVS_VADDR
    if matched & 8 != 0 { options.add("--vport", port, not: isInverted(8)) }
    if matched & 16 != 0 { options.add("--vdir", isInverted(16) ? "REPLY" : "ORIGINAL") }
    if matched & 32 != 0 {  // XT_IPVS_METHOD
      options.add("--vmethod", Self.methods[method] ?? "UNKNOWN", not: isInverted(32))
    }
    if matched & 64 != 0 { options.add("--vportctl", controllingPort, not: isInverted(64)) }
  }

  /// `IP_VS_CONN_F_MASQ`, `…_TUNNEL`, `…_DROUTE`
  private static let methods: [UInt8: String] = [0: "MASQ", 2: "IPIP", 3: "GATE"]
}
