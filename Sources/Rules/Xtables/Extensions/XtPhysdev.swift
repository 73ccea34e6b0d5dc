/// `xt_physdev`: the ports of a bridge that a packet comes and goes by.
struct XtPhysdev: XtMatch {
  static let name = "physdev"
  /// A name that stands for all that begin alike has a `+` at its end.
  let inPort: String
  let outPort: String
  let matched: Fields
  let inverted: Fields

  /// `XT_PHYSDEV_OP_*`
  struct Fields: OptionSet, Sendable {
    let rawValue: UInt8
    static let inPort = Self(rawValue: 1)  // XT_PHYSDEV_OP_IN
    static let outPort = Self(rawValue: 2)  // XT_PHYSDEV_OP_OUT
    static let isBridged = Self(rawValue: 4)  // XT_PHYSDEV_OP_BRIDGED
    static let isIn = Self(rawValue: 8)  // XT_PHYSDEV_OP_ISIN
    static let isOut = Self(rawValue: 16)  // XT_PHYSDEV_OP_ISOUT
  }

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(66) else { return nil }
    (inPort, outPort) = (info.text(0..<16), info.text(32..<48))
    inverted = Fields(rawValue: info.byte(64))
    matched = Fields(rawValue: info.byte(65))
  }

  func add(to options: inout XtOptions) {
    if matched.contains(.isIn) {
      options.add("--physdev-is-in", not: inverted.contains(.isIn))
    }
    if matched.contains(.inPort) {
      options.add("--physdev-in", inPort, not: inverted.contains(.inPort))
    }
    if matched.contains(.isOut) {
      options.add("--physdev-is-out", not: inverted.contains(.isOut))
    }
    if matched.contains(.outPort) {
      options.add("--physdev-out", outPort, not: inverted.contains(.outPort))
    }
    if matched.contains(.isBridged) {
      options.add("--physdev-is-bridged", not: inverted.contains(.isBridged))
    }
  }
}

extension XtPhysdev {
  /// Only what passes a bridge has ports; of what does, they are not known.
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    guard packet.mayBeBridged else { return Fit(matched.isSubset(of: inverted)) }
    return .cannotTell(doubt)
  }
}

extension Packet {
  fileprivate var mayBeBridged: Bool {
    [inInterface, outInterface].contains { interface in
      interface.map { $0.kind == nil || $0.kind == "bridge" } ?? false
    }
  }
}
