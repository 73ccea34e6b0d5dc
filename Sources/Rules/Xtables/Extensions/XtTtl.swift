/// `ipt_ttl`: how many hops a packet may still make.
struct XtTtl: XtMatch {
  static let name = "ttl"
  let limit: XtHops<XtHopsTest>

  init?(_ info: XtInfo) {
    guard let limit = XtHops<XtHopsTest>(info) else { return nil }
    self.limit = limit
  }

  func add(to options: inout XtOptions) {
    limit.add("--ttl", to: &options)
  }
}

/// A number of hops, and what it is for: `struct ipt_ttl_info`, `ip6t_hl_info`, `ipt_TTL_info` and
/// `ip6t_HL_info`.
struct XtHops<Mode: RawRepresentable<UInt8> & Equatable & Sendable>: Equatable, Sendable {
  let mode: Mode
  let hops: UInt8

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(2), let mode = Mode(rawValue: info.byte(0)) else {
      return nil
    }
    (self.mode, hops) = (mode, info.byte(1))
  }
}

/// How a packet's hops compare with the number.
enum XtHopsTest: UInt8, Sendable {
  case equal  // IPT_TTL_EQ
  case notEqual  // IPT_TTL_NE
  case less  // IPT_TTL_LT
  case greater  // IPT_TTL_GT
}

extension XtHops<XtHopsTest> {
  func add(_ name: String, to options: inout XtOptions) {
    switch mode {
    case .equal: options.add(name + "-eq", hops)
    case .notEqual: options.add(name + "-eq", hops, not: true)
    case .less: options.add(name + "-lt", hops)
    case .greater: options.add(name + "-gt", hops)
    }
  }
}

extension XtTtl {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit { limit.fits(packet.hopLimit) }
}

extension XtHops<XtHopsTest> {
  func fits(_ number: UInt8?) -> Fit {
    guard let number else { return .cannotTell(Doubt("hop limit")) }
    return switch mode {
    case .equal: Fit(number == hops)
    case .notEqual: Fit(number != hops)
    case .less: Fit(number < hops)
    case .greater: Fit(number > hops)
    }
  }
}
