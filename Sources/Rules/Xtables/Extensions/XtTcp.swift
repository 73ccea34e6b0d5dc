/// `xt_tcpudp`'s `tcp`: ports, flags and options of TCP.
struct XtTcp: XtMatch {
  static let name = "tcp"
  let sourcePorts: XtRange<UInt16>
  let destinationPorts: XtRange<UInt16>
  /// The number of an option that must be there; `nil` for any.
  let option: UInt8?
  let isOptionInverted: Bool
  /// `nil` where flags do not matter.
  let flags: Flags?

  struct Flags: Equatable, Sendable {
    /// Which are looked at.
    let mask: UInt8
    /// Which of them must be set, and no others.
    let set: UInt8
    let isInverted: Bool
  }

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(12) else { return nil }  // struct xt_tcp
    let inverted = info.byte(11)
    sourcePorts = info.ports(0, not: inverted & 1 != 0)  // XT_TCP_INV_SRCPT
    destinationPorts = info.ports(4, not: inverted & 2 != 0)  // XT_TCP_INV_DSTPT
    isOptionInverted = inverted & 8 != 0  // XT_TCP_INV_OPTION
    option = info.byte(8) != 0 || isOptionInverted ? info.byte(8) : nil
    let isInverted = inverted & 4 != 0  // XT_TCP_INV_FLAGS
    flags =
      info.byte(9) != 0 || isInverted
      ? Flags(mask: info.byte(9), set: info.byte(10), isInverted: isInverted) : nil
  }

  func addClauses(to clauses: inout [Clause]) {
    clauses.append(Clause(.other, "-m tcp"))
    clauses.addPorts(
      sourcePorts.isAny ? nil : sourcePorts, destinationPorts.isAny ? nil : destinationPorts)
    guard option != nil || flags != nil else { return }
    var options = XtOptions()
    add(to: &options)
    clauses.append(Clause(.other, options.text))
  }

  /// All but the ports, which are clauses of their own.
  func add(to options: inout XtOptions) {
    if let option { options.add("--tcp-option", option, not: isOptionInverted) }
    if let flags {
      options.add("--tcp-flags", text(flags.mask) + " " + text(flags.set), not: flags.isInverted)
    }
  }

  private func text(_ bits: UInt8) -> String {
    let flags: [(UInt32, String)] = [
      (1, "FIN"), (2, "SYN"), (4, "RST"), (8, "PSH"), (16, "ACK"), (32, "URG"),
    ]
    let set = names(UInt32(bits), flags)
    return set.isEmpty ? "NONE" : set
  }
}

extension XtTcp {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    packet.isFirstFragment
      .and(sourcePorts.fits(packet.sourcePort, "source port"))
      .and(destinationPorts.fits(packet.destinationPort, "destination port"))
      .and(flagsFit(packet.tcpFlags))
      .and(option == nil ? .yes : .cannotTell(Doubt("tcp option")))
  }

  private func flagsFit(_ set: UInt8?) -> Fit {
    guard let flags else { return .yes }
    return Fit(set.map { ($0 & flags.mask == flags.set) != flags.isInverted }, "tcp flags")
  }
}

extension Packet {
  /// Only the first fragment has the transport's header.
  var isFirstFragment: Fit { Fit(fragmentOffset.map { $0 == 0 }, "fragment") }
}
