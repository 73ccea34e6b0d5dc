import Addressing

/// `xt_TEE`: sends a copy of a packet to another host.
struct XtTee: XtPassingTarget {
  static let name = "TEE"
  let gateway: IPAddress
  /// Empty for what the route says.
  let outInterface: String

  init?(_ info: XtInfo) {
    guard info.revision == 1, info.isSized(40) else { return nil }
    (gateway, outInterface) = (info.address(0), info.text(16..<32))
  }

  func add(to options: inout XtOptions) {
    options.add("--gateway", "\(gateway)")
    if !outInterface.isEmpty { options.add("--oif", outInterface) }
  }
}
