/// `xt_multiport`: up to 15 ports and ranges of them.
struct XtMultiport: XtMatch {
  static let name = "multiport"
  let side: Side
  let ports: [XtRange<UInt16>]
  let isInverted: Bool

  enum Side: UInt8, Sendable {
    case source  // XT_MULTIPORT_SOURCE
    case destination  // XT_MULTIPORT_DESTINATION
    case either  // XT_MULTIPORT_EITHER
  }

  init?(_ info: XtInfo) {
    let isPlain = info.revision == 0  // struct xt_multiport, which has no ranges
    guard info.revision <= 1, info.isSized(isPlain ? 32 : 48), info.byte(1) <= 15,
      let side = Side(rawValue: info.byte(0))
    else { return nil }
    var ports: [XtRange<UInt16>] = []
    var place = 0
    while place < info.byte(1) {
      let isRange = !isPlain && info.byte(32 + place) != 0 && place < 14
      let low = info.half(2 + 2 * place)
      if isRange { place += 1 }
      ports.append(XtRange(low: low, high: info.half(2 + 2 * place)))
      place += 1
    }
    self.side = side
    self.ports = ports
    isInverted = !isPlain && info.byte(47) != 0
  }

  func add(to options: inout XtOptions) {
    options.add(option, text, not: isInverted)
  }

  func addClauses(to clauses: inout [Clause]) {
    let role: Clause.Role =
      switch side {
      case .source: .sourcePort
      case .destination: .destinationPort
      case .either: .other
      }
    clauses.append(
      Clause(
        role, isInverted ? "-m multiport ! " + option : "-m multiport " + option, value: text,
        isInverted: isInverted))
  }

  private var option: String {
    switch side {
    case .source: "--sports"
    case .destination: "--dports"
    case .either: "--ports"
    }
  }

  private var text: String { ports.map(\.text).joined(separator: ",") }
}

extension XtMultiport {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    let source = has(packet.sourcePort, "source port")
    let destination = has(packet.destinationPort, "destination port")
    let fit: Fit =
      switch side {
      case .source: source
      case .destination: destination
      case .either: source.or(destination)
      }
    return packet.isFirstFragment.and(isInverted ? !fit : fit)
  }

  private func has(_ port: UInt16?, _ name: String) -> Fit {
    Fit(port.map { port in ports.contains { $0.contains(port) } }, name)
  }
}
