import Addressing

/// `xt_iprange`: addresses from one to another.
struct XtIprange: XtMatch {
  static let name = "iprange"
  let source: Addresses?
  let destination: Addresses?

  struct Addresses: Equatable, Sendable {
    var low: IPAddress
    var high: IPAddress
    var isInverted: Bool

    func contains(_ address: IPAddress) -> Bool {
      address.family == low.family
        && (low.number <= address.number && address.number <= high.number) != isInverted
    }
  }

  init?(_ info: XtInfo) {
    guard info.revision == 1, info.isSized(68) else { return nil }
    let flags = info.byte(64)
    func addresses(_ offset: Int, _ isInverted: Bool) -> Addresses {
      Addresses(
        low: info.address(offset), high: info.address(offset + 16), isInverted: isInverted)
    }
    source = flags & 1 != 0 ? addresses(0, flags & 16 != 0) : nil  // IPRANGE_SRC, …_SRC_INV
    destination = flags & 2 != 0 ? addresses(32, flags & 32 != 0) : nil  // IPRANGE_DST
  }

  func add(to options: inout XtOptions) {
    if let source {
      options.add("--src-range", "\(source.low)-\(source.high)", not: source.isInverted)
    }
    if let destination {
      options.add(
        "--dst-range", "\(destination.low)-\(destination.high)", not: destination.isInverted)
    }
  }
}

extension XtIprange {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    side(source, packet.source, "source").and(
      side(destination, packet.destination, "destination"))
  }

  private func side(_ range: Addresses?, _ address: IPAddress?, _ name: String) -> Fit {
    guard let range else { return .yes }
    return Fit(address.map(range.contains), name)
  }
}
