/// `xt_dccp`: ports, types and options of DCCP.
struct XtDccp: XtMatch {
  static let name = "dccp"
  let sourcePorts: XtRange<UInt16>?
  let destinationPorts: XtRange<UInt16>?
  /// A bit for each type of packet.
  let types: UInt16?
  let option: UInt8?
  let isTypeInverted: Bool
  let isOptionInverted: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(16) else { return nil }
    let (flags, inverted) = (info.half(8), info.half(10))
    sourcePorts = flags & 1 != 0 ? info.ports(4, not: inverted & 1 != 0) : nil  // …_SRC_PORTS
    destinationPorts = flags & 2 != 0 ? info.ports(0, not: inverted & 2 != 0) : nil
    types = flags & 4 != 0 ? info.half(12) : nil  // XT_DCCP_TYPE
    option = flags & 8 != 0 ? info.byte(14) : nil  // XT_DCCP_OPTION
    (isTypeInverted, isOptionInverted) = (inverted & 4 != 0, inverted & 8 != 0)
  }

  func addClauses(to clauses: inout [Clause]) {
    clauses.append(Clause(.other, "-m dccp"))
    clauses.addPorts(sourcePorts, destinationPorts)
    var options = XtOptions()
    add(to: &options)
    clauses.append(Clause(.other, options.text))
  }

  /// All but the ports, which are clauses of their own.
  func add(to options: inout XtOptions) {
    if let types {
      let shown = Self.typeNames.indices.filter { types & 1 << UInt16($0) != 0 }
      options.add(
        "--dccp-types", shown.map { Self.typeNames[$0] }.joined(separator: ","),
        not: isTypeInverted)
    }
    if let option { options.add("--dccp-option", option, not: isOptionInverted) }
  }

  /// `DCCP_PKT_*`
  private static let typeNames = [
    "REQUEST", "RESPONSE", "DATA", "ACK", "DATAACK", "CLOSEREQ", "CLOSE", "RESET", "SYNC",
    "SYNCACK", "INVALID",
  ]
}

extension XtDccp {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    packet.isFirstFragment
      .and(sourcePorts?.fits(packet.sourcePort, "source port") ?? .yes)
      .and(destinationPorts?.fits(packet.destinationPort, "destination port") ?? .yes)
      .and(types == nil && option == nil ? .yes : .cannotTell(doubt))
  }
}
