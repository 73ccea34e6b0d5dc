/// `xt_devgroup`: the groups of the interfaces that a packet comes and goes by.
struct XtDevgroup: XtMatch {
  static let name = "devgroup"
  let source: XtMasked?
  let destination: XtMasked?

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(20) else { return nil }
    let flags = info.word(0)
    source = Self.group(info, 4, flags & 1 != 0, flags & 2 != 0)  // XT_DEVGROUP_MATCH_SRC
    destination = Self.group(info, 12, flags & 4 != 0, flags & 8 != 0)  // XT_DEVGROUP_MATCH_DST
  }

  func add(to options: inout XtOptions) {
    if let source { options.add("--src-group", named(source), not: source.isInverted) }
    if let destination {
      options.add("--dst-group", named(destination), not: destination.isInverted)
    }
  }

  private static func group(
    _ info: XtInfo, _ offset: Int, _ isMatched: Bool, _ isInverted: Bool
  ) -> XtMasked? {
    guard isMatched else { return nil }
    return XtMasked(
      value: info.word(offset), mask: info.word(offset + 4), isInverted: isInverted)
  }

  /// The one group that has a name unless somebody names others in `/etc/iproute2/group`.
  private func named(_ group: XtMasked) -> String {
    group.value == 0 && group.mask == .max ? "default" : group.text
  }
}

extension XtDevgroup {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    side(source, packet.inInterface).and(side(destination, packet.outInterface))
  }

  private func side(_ group: XtMasked?, _ interface: PacketInterface?) -> Fit {
    guard let group else { return .yes }
    let number = interface?.group
    return Fit(
      number.map { ((group.value ^ $0) & group.mask == 0) != group.isInverted }, doubt.what)
  }
}
