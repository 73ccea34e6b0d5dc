import Addressing

/// `xt_mac`: the sender's hardware address.
struct XtMac: XtMatch {
  static let name = "mac"
  let source: MACAddress
  let isInverted: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(12),
      let source = MACAddress(bytes: info.bytes(0..<6))
    else { return nil }
    (self.source, isInverted) = (source, info.word(8) != 0)
  }

  func add(to options: inout XtOptions) {
    options.add("--mac-source", "\(source)", not: isInverted)
  }
}

extension XtMac {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    guard let interface = packet.inInterface else { return .no }  // made on this host
    guard let type = interface.type else { return .cannotTell(doubt) }
    guard type == 1 else { return .no }  // ARPHRD_ETHER
    return Fit(packet.link.source.map { ($0 == source) != isInverted }, doubt.what)
  }
}
