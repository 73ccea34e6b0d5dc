/// `xt_CLASSIFY`: puts a packet into a traffic class.
struct XtClassify: XtTarget {
  static let name = "CLASSIFY"
  /// A handle of tc: major number in the upper half, minor one in the lower.
  let priority: UInt32

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(4) else { return nil }
    priority = info.word(0)
  }

  func add(to options: inout XtOptions) {
    let parts = [priority >> 16, priority & 0xffff].map {
      zeroPadded(String($0, radix: 16), 4)
    }
    options.add("--set-class", parts.joined(separator: ":"))
  }
}

extension XtClassify {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    packet.priority = priority
    return .goOn
  }
}
