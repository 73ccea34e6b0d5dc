/// `xt_addrtype`: what kind of address the routing table takes source and destination for.
struct XtAddrtype: XtMatch {
  static let name = "addrtype"
  /// A bit for each of `RTN_*`; 0 for any.
  let source: UInt16
  let destination: UInt16
  let flags: Flags

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt32
    static let notSource = Self(rawValue: 1)  // XT_ADDRTYPE_INVERT_SOURCE
    static let notDestination = Self(rawValue: 2)  // XT_ADDRTYPE_INVERT_DEST
    static let inInterface = Self(rawValue: 4)  // XT_ADDRTYPE_LIMIT_IFACE_IN
    static let outInterface = Self(rawValue: 8)  // XT_ADDRTYPE_LIMIT_IFACE_OUT
  }

  init?(_ info: XtInfo) {
    switch info.revision {
    case 0 where info.isSized(12):  // struct xt_addrtype_info
      let source: Flags = info.word(4) != 0 ? .notSource : []
      flags = source.union(info.word(8) != 0 ? .notDestination : [])
    case 1 where info.isSized(8):  // struct xt_addrtype_info_v1
      flags = Flags(rawValue: info.word(4))
    default: return nil
    }
    (source, destination) = (info.half(0), info.half(2))
  }

  func add(to options: inout XtOptions) {
    if source != 0 {
      options.add("--src-type", types(source), not: flags.contains(.notSource))
    }
    if destination != 0 {
      options.add("--dst-type", types(destination), not: flags.contains(.notDestination))
    }
    if flags.contains(.inInterface) { options.add("--limit-iface-in") }
    if flags.contains(.outInterface) { options.add("--limit-iface-out") }
  }

  private func types(_ bits: UInt16) -> String {
    Self.typeNames.indices.filter { bits & 1 << UInt16($0) != 0 }.map { Self.typeNames[$0] }
      .joined(separator: ",")
  }

  /// `RTN_*`
  private static let typeNames = [
    "UNSPEC", "UNICAST", "LOCAL", "BROADCAST", "ANYCAST", "MULTICAST", "BLACKHOLE",
    "UNREACHABLE", "PROHIBIT", "THROW", "NAT", "XRESOLVE",
  ]
}
