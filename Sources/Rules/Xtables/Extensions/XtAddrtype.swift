import Addressing

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

extension XtAddrtype {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    var interface: PacketInterface?
    if flags.contains(.inInterface) { interface = packet.inInterface }
    if flags.contains(.outInterface) { interface = packet.outInterface }
    let name = interface?.name
    if interface != nil, name == nil { return .cannotTell(doubt) }
    return side(source, packet.source, name, place, isInverted: flags.contains(.notSource))
      .and(
        side(
          destination, packet.destination, name, place,
          isInverted: flags.contains(.notDestination)))
  }

  private func side(
    _ types: UInt16, _ address: IPAddress?, _ interface: String?, _ place: PacketPlace,
    isInverted: Bool
  ) -> Fit {
    guard types != 0 else { return .yes }
    let fit = has(types, address, interface, place)
    return isInverted ? !fit : fit
  }

  private func has(
    _ types: UInt16, _ address: IPAddress?, _ interface: String?, _ place: PacketPlace
  ) -> Fit {
    guard let address else { return .cannotTell(doubt) }
    if case .v6 = address, let fit = kindFits(types, address) { return fit }
    let type = place.routes.type(of: address, on: interface)
    return Fit(type.map { $0 < 16 && types & 1 << UInt16($0) != 0 }, doubt.what)
  }

  /// Of IPv6 the kernel asks routing for some types only: `nil` where it has to.
  private func kindFits(_ types: UInt16, _ address: IPAddress) -> Fit? {
    let isMulticast = address.number >> 120 == 0xff
    if types & 1 << 5 != 0, !isMulticast { return .no }  // RTN_MULTICAST
    if types & 1 << 1 != 0, isMulticast || address.number == 0 { return .no }  // RTN_UNICAST
    if types & 1 != 0, address.number != 0 { return .no }  // RTN_UNSPEC
    let asked: UInt16 = 1 << 2 | 1 << 4 | 1 << 7  // RTN_LOCAL, RTN_ANYCAST, RTN_UNREACHABLE
    return types & asked == 0 ? .yes : nil
  }
}
