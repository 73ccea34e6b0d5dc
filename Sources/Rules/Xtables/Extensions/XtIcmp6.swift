/// `ip6t_icmp6`: the type and code of an ICMPv6 message.
struct XtIcmp6: XtMatch {
  static let name = "icmp6"
  let message: XtICMPMessage

  init?(_ info: XtInfo) {
    guard let message = XtICMPMessage(info) else { return nil }
    self.message = message
  }

  func add(to options: inout XtOptions) { message.add("--icmpv6-type", to: &options) }

  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit { message.fits(packet) }
}
