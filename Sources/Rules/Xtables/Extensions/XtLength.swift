/// `xt_length`: how long a packet is, its headers of IP and above included.
struct XtLength: XtMatch {
  static let name = "length"
  let lengths: XtRange<UInt16>

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(6) else { return nil }
    lengths = info.ports(0, not: info.byte(4) != 0)
  }

  func add(to options: inout XtOptions) {
    options.add("--length", lengths)
  }
}

extension XtLength {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit { lengths.fits(packet.length, "length") }
}
