import Addressing

/// `ip6t_NPT`'s `SNPT`: gives a packet's source another prefix, without conntrack.
struct XtSnpt: XtTarget {
  static let name = "SNPT"
  let prefixes: XtPrefixes

  init?(_ info: XtInfo) {
    guard let prefixes = XtPrefixes(info) else { return nil }
    self.prefixes = prefixes
  }

  func add(to options: inout XtOptions) { prefixes.add(to: &options) }
}

/// `struct ip6t_npt_tginfo`: one prefix instead of another.
struct XtPrefixes: Sendable {
  let source: IPAddress
  let destination: IPAddress
  let sourceLength: UInt8
  let destinationLength: UInt8

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(36) else { return nil }
    (source, destination) = (info.address6(0), info.address6(16))
    (sourceLength, destinationLength) = (info.byte(32), info.byte(33))
  }

  func add(to options: inout XtOptions) {
    if source.number != 0 || sourceLength != 0 {
      options.add("--src-pfx", "\(source)/\(sourceLength)")
    }
    if destination.number != 0 || destinationLength != 0 {
      options.add("--dst-pfx", "\(destination)/\(destinationLength)")
    }
  }
}

extension XtSnpt {
  /// The bits behind the prefix change with it, so that checksums stay as they are.
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    packet.source = nil
    return .goOn
  }
}
