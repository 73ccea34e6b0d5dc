/// `xt_policy`: the IPsec policy that a packet came or goes by.
struct XtPolicy: XtMatch {
  static let name = "policy"
  /// `XT_POLICY_MATCH_*`
  let flags: UInt16
  let elements: [Element]

  /// `struct xt_policy_elem`; `matched` and `inverted` are `struct xt_policy_spec`.
  struct Element: Sendable {
    let source: XtAddress
    let destination: XtAddress
    let spi: UInt32
    let requestID: UInt32
    let transport: UInt8
    let mode: UInt8
    let matched: UInt8
    let inverted: UInt8
  }

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(308), info.half(306) <= 4 else { return nil }
    flags = info.half(304)
    elements = (0..<Int(info.half(306))).map { Element(info, at: $0 * 76) }
  }

  func add(to options: inout XtOptions) {
    options.add("--dir", flags & 1 != 0 ? "in" : "out")  // XT_POLICY_MATCH_IN
    options.add("--pol", flags & 4 != 0 ? "none" : "ipsec")  // XT_POLICY_MATCH_NONE
    if flags & 8 != 0 { options.add("--strict") }  // XT_POLICY_MATCH_STRICT
    for (place, element) in elements.enumerated() {
      if place > 0 { options.add("--next") }
      element.add(to: &options)
    }
  }
}

extension XtPolicy.Element {
  fileprivate init(_ info: XtInfo, at offset: Int) {
    (matched, inverted) = (info.byte(offset + 74), info.byte(offset + 75))
    func address(_ place: Int, _ bit: UInt8) -> XtAddress {
      XtAddress(
        address: info.address(offset + place), mask: info.address(offset + place + 16),
        isInverted: info.byte(offset + 75) & bit != 0)
    }
    source = address(0, 1)
    destination = address(32, 2)
    (spi, requestID) = (info.word(offset + 64), info.word(offset + 68))
    (transport, mode) = (info.byte(offset + 72), info.byte(offset + 73))
  }

  fileprivate func add(to options: inout XtOptions) {
    if matched & 32 != 0 { options.add("--reqid", requestID, not: inverted & 32 != 0) }
    if matched & 16 != 0 { options.add("--spi", hex(spi), not: inverted & 16 != 0) }
    if matched & 4 != 0 {
      options.add("--proto", transportName(transport), not: inverted & 4 != 0)
    }
    if matched & 8 != 0 {
      let name = mode == 0 ? "transport" : mode == 1 ? "tunnel" : "???"  // XT_POLICY_MODE_*
      options.add("--mode", name, not: inverted & 8 != 0)
    }
    if matched & 2 != 0 { options.add("--tunnel-dst", destination) }
    if matched & 1 != 0 { options.add("--tunnel-src", source) }
  }
}

extension XtPolicy {
  /// No packet here has come through IPsec; where it goes, only the kernel knows.
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    flags & 1 != 0 ? Fit(flags & 4 != 0) : .cannotTell(doubt)
  }
}
