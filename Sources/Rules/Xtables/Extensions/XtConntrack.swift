/// `xt_conntrack`: the connection that a packet is part of.
struct XtConntrack: XtMatch {
  static let name = "conntrack"
  /// Which of the fields below count, and which must not be so.
  let matched: Fields
  let inverted: Fields
  let states: XtStates
  /// A bit for each of `IPS_*`; none for a connection without any.
  let statuses: UInt16
  let transport: UInt16
  let originalSource: XtAddress
  let originalDestination: XtAddress
  let replySource: XtAddress
  let replyDestination: XtAddress
  let originalSourcePorts: XtRange<UInt16>
  let originalDestinationPorts: XtRange<UInt16>
  let replySourcePorts: XtRange<UInt16>
  let replyDestinationPorts: XtRange<UInt16>
  /// Seconds.
  let expires: XtRange<UInt32>

  /// `XT_CONNTRACK_*`
  struct Fields: OptionSet, Sendable {
    let rawValue: UInt16
    static let state = Self(rawValue: 1)  // XT_CONNTRACK_STATE
    static let transport = Self(rawValue: 2)  // XT_CONNTRACK_PROTO
    static let originalSource = Self(rawValue: 4)  // XT_CONNTRACK_ORIGSRC
    static let originalDestination = Self(rawValue: 8)  // XT_CONNTRACK_ORIGDST
    static let replySource = Self(rawValue: 16)  // XT_CONNTRACK_REPLSRC
    static let replyDestination = Self(rawValue: 32)  // XT_CONNTRACK_REPLDST
    static let status = Self(rawValue: 64)  // XT_CONNTRACK_STATUS
    static let expires = Self(rawValue: 128)  // XT_CONNTRACK_EXPIRES
    static let originalSourcePort = Self(rawValue: 256)  // XT_CONNTRACK_ORIGSRC_PORT
    static let originalDestinationPort = Self(rawValue: 512)  // XT_CONNTRACK_ORIGDST_PORT
    static let replySourcePort = Self(rawValue: 1024)  // XT_CONNTRACK_REPLSRC_PORT
    static let replyDestinationPort = Self(rawValue: 2048)  // XT_CONNTRACK_REPLDST_PORT
    static let direction = Self(rawValue: 4096)  // XT_CONNTRACK_DIRECTION
    /// It was made as `-m state`.
    static let stateAlias = Self(rawValue: 8192)  // XT_CONNTRACK_STATE_ALIAS
  }

  /// `struct xt_conntrack_mtinfo1` through 3.
  init?(_ info: XtInfo) {
    let sizes = [1: 152, 2: 156, 3: 164] as [UInt32: Int]
    guard let size = sizes[info.revision], info.isSized(size) else { return nil }
    let inverted = Fields(rawValue: info.half(148))
    matched = Fields(rawValue: info.half(146))
    self.inverted = inverted
    let isNarrow = info.revision == 1
    states = XtStates(rawValue: isNarrow ? UInt16(info.byte(150)) : info.half(150))
    statuses = isNarrow ? UInt16(info.byte(151)) : info.half(152)
    transport = info.half(136)
    func address(_ offset: Int, _ field: Fields) -> XtAddress {
      XtAddress(
        address: info.address(offset), mask: info.address(offset + 16),
        isInverted: inverted.contains(field))
    }
    originalSource = address(0, .originalSource)
    originalDestination = address(32, .originalDestination)
    replySource = address(64, .replySource)
    replyDestination = address(96, .replyDestination)
    func ports(_ offset: Int, high: Int, _ field: Fields) -> XtRange<UInt16> {
      let isInverted = inverted.contains(field)
      guard info.revision == 3 else {
        let port = info.bigHalf(offset)
        return XtRange(low: port, high: port, isInverted: isInverted)
      }
      return XtRange(low: info.half(offset), high: info.half(high), isInverted: isInverted)
    }
    originalSourcePorts = ports(138, high: 154, .originalSourcePort)
    originalDestinationPorts = ports(140, high: 156, .originalDestinationPort)
    replySourcePorts = ports(142, high: 158, .replySourcePort)
    replyDestinationPorts = ports(144, high: 160, .replyDestinationPort)
    expires = info.words(128, not: inverted.contains(.expires))
  }

  func addClauses(to clauses: inout [Clause]) {
    var options = XtOptions()
    add(to: &options)
    let name = matched.contains(.stateAlias) ? "-m state" : "-m conntrack"
    clauses.append(Clause(.other, name, value: options.text))
  }

  func add(to options: inout XtOptions) {
    if matched.contains(.state) {
      let option = matched.contains(.stateAlias) ? "--state" : "--ctstate"
      options.add(option, states.text, not: inverted.contains(.state))
    }
    // Most rules say nothing else.
    if !matched.subtracting([.state, .stateAlias]).isEmpty { addRest(to: &options) }
  }

  private func addRest(to options: inout XtOptions) {
    if matched.contains(.transport) {
      options.add("--ctproto", transport, not: inverted.contains(.transport))
    }
    if matched.contains(.originalSource) { options.add("--ctorigsrc", originalSource) }
    if matched.contains(.originalDestination) { options.add("--ctorigdst", originalDestination) }
    if matched.contains(.replySource) { options.add("--ctreplsrc", replySource) }
    if matched.contains(.replyDestination) { options.add("--ctrepldst", replyDestination) }
    if matched.contains(.originalSourcePort) {
      options.add("--ctorigsrcport", originalSourcePorts)
    }
    if matched.contains(.originalDestinationPort) {
      options.add("--ctorigdstport", originalDestinationPorts)
    }
    if matched.contains(.replySourcePort) { options.add("--ctreplsrcport", replySourcePorts) }
    if matched.contains(.replyDestinationPort) {
      options.add("--ctrepldstport", replyDestinationPorts)
    }
    if matched.contains(.status) {
      let text = statuses == 0 ? "NONE" : names(UInt32(statuses), Self.statusNames)
      options.add("--ctstatus", text, not: inverted.contains(.status))
    }
    if matched.contains(.expires) { options.add("--ctexpire", expires) }
    if matched.contains(.direction) {
      options.add("--ctdir", inverted.contains(.direction) ? "REPLY" : "ORIGINAL")
    }
  }

  /// `IPS_*`
  private static let statusNames: [(UInt32, String)] = [
    (1, "EXPECTED"), (2, "SEEN_REPLY"), (4, "ASSURED"), (8, "CONFIRMED"),
  ]
}
