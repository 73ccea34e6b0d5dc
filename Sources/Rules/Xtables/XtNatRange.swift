import Addressing

/// Addresses and ports that NAT may choose from: `struct nf_nat_ipv4_multi_range_compat`,
/// `nf_nat_range` or `nf_nat_range2`, by the extension's size.
struct XtNatRange: Sendable {
  let flags: Flags
  let addresses: (low: IPAddress, high: IPAddress)?
  /// `nil` for any.
  let portRange: XtRange<UInt16>?
  /// The port that the first one of the range stands for.
  let basePort: UInt16?

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt32
    static let addresses = Self(rawValue: 1)  // NF_NAT_RANGE_MAP_IPS
    static let ports = Self(rawValue: 2)  // NF_NAT_RANGE_PROTO_SPECIFIED
    static let random = Self(rawValue: 4)  // NF_NAT_RANGE_PROTO_RANDOM
    static let persistent = Self(rawValue: 8)  // NF_NAT_RANGE_PERSISTENT
    static let randomFully = Self(rawValue: 16)  // NF_NAT_RANGE_PROTO_RANDOM_FULLY
    static let offset = Self(rawValue: 32)  // NF_NAT_RANGE_PROTO_OFFSET
  }

  init?(_ info: XtInfo) {
    if info.isSized(20) {  // struct nf_nat_ipv4_multi_range_compat
      flags = Flags(rawValue: info.word(4))
      addresses = flags.contains(.addresses) ? (info.address4(8), info.address4(12)) : nil
      portRange = flags.contains(.ports) ? Self.ports(info, 16) : nil
      basePort = nil
    } else if info.isSized(40) || info.isSized(44) {  // struct nf_nat_range, nf_nat_range2
      flags = Flags(rawValue: info.word(0))
      addresses = flags.contains(.addresses) ? (info.address(4), info.address(20)) : nil
      portRange = flags.contains(.ports) ? Self.ports(info, 36) : nil
      let hasBase = info.isSized(44) && flags.isSuperset(of: [.ports, .offset])
      basePort = hasBase ? info.bigHalf(40) : nil
    } else {
      return nil
    }
  }

  private static func ports(_ info: XtInfo, _ offset: Int) -> XtRange<UInt16> {
    XtRange(low: info.bigHalf(offset), high: info.bigHalf(offset + 2))
  }

  /// `10.1.2.3-10.1.2.9:80`, `[fd00::1]:80`
  var text: String {
    var text = ""
    if let (low, high) = addresses { text = low == high ? "\(low)" : "\(low)-\(high)" }
    guard portRange != nil else { return text }
    let isIPv6 = addresses?.low.family == .v6
    return (isIPv6 ? "[\(text)]" : text) + ":" + ports
  }

  /// `80-90/8080`; empty for any.
  var ports: String {
    guard let range = portRange else { return "" }
    let ports = range.low == range.high ? "\(range.low)" : "\(range.low)-\(range.high)"
    return basePort.map { "\(ports)/\($0)" } ?? ports
  }

  func add(_ option: String, _ text: String, to options: inout XtOptions) {
    if !text.isEmpty { options.add(option, text) }
    if flags.contains(.random) { options.add("--random") }
    if flags.contains(.randomFully) { options.add("--random-fully") }
    if flags.contains(.persistent) { options.add("--persistent") }
  }

}

extension XtNatRange {
  func translation(isSource: Bool) -> PacketEffect {
    .translate(
      Translation(
        isSource: isSource,
        addresses: addresses.flatMap { AddressRange(from: $0.low, to: $0.high) },
        ports: plainPorts, flags: translationFlags))
  }

  var plainPorts: ClosedRange<UInt16>? {
    portRange.map { min($0.low, $0.high)...max($0.low, $0.high) }
  }

  var translationFlags: Translation.Flags { Translation.Flags(rawValue: flags.rawValue) }
}
