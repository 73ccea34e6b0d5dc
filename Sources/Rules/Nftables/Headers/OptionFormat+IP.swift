/// Extension headers of IPv6, options of IPv4.
extension OptionFormat {
  static func ipv6(_ type: UInt8) -> OptionFormat? {
    switch type {
    case 0: hopByHop  // IPPROTO_HOPOPTS
    case 43: routing  // IPPROTO_ROUTING
    case 44: fragment  // IPPROTO_FRAGMENT
    case 60: destination  // IPPROTO_DSTOPTS
    case 135: mobility  // IPPROTO_MH
    default: nil
    }
  }

  private static let hopByHop = OptionFormat(
    "", asking: "exthdr ", "hbh",
    [
      (0, 8, "nexthdr", .transport),
      (8, 8, "hdrlength", .integer),
    ])

  private static let destination = OptionFormat(
    "", asking: "exthdr ", "dst",
    [
      (0, 8, "nexthdr", .transport),
      (8, 8, "hdrlength", .integer),
    ])

  private static let routing = OptionFormat(
    "", asking: "exthdr ", "rt",
    [
      (0, 8, "nexthdr", .transport),
      (8, 8, "hdrlength", .integer),
      (16, 8, "type", .integer),
      (24, 8, "seg-left", .integer),
    ],
    more: segmentRouting.fields + routingTypeZero.fields)

  /// RFC 8754
  private static let segmentRouting = OptionFormat(
    "", "srh",
    [
      (32, 8, "last-entry", .integer),
      (40, 8, "flags", .integer),
      (48, 16, "tag", .integer),
      (64, 128, "sid[1]", .ipv6),
      (192, 128, "sid[2]", .ipv6),
    ])

  private static let routingTypeZero = OptionFormat(
    "", "rt0",
    [
      (32, 32, "reserved", .integer),
      (64, 128, "addr[1]", .ipv6),
      (192, 128, "addr[2]", .ipv6),
    ])

  private static let fragment = OptionFormat(
    "", asking: "exthdr ", "frag",
    [
      (0, 8, "nexthdr", .transport),
      (8, 8, "reserved", .integer),
      (16, 13, "frag-off", .integer),
      (29, 2, "reserved2", .integer),
      (31, 1, "more-fragments", .integer),
      (32, 32, "id", .integer),
    ])

  private static let mobility = OptionFormat(
    "", asking: "exthdr ", "mh",
    [
      (0, 8, "nexthdr", .transport),
      (8, 8, "hdrlength", .integer),
      (16, 8, "type", .mobilityType),
      (24, 8, "reserved", .integer),
      (32, 16, "checksum", .integer),
    ])

  static func ipv4(_ type: UInt8) -> OptionFormat? {
    switch type {
    case 131: looseRoute  // IPOPT_LSRR
    case 7: recordRoute  // IPOPT_RR
    case 137: strictRoute  // IPOPT_SSRR
    case 148: routerAlert  // IPOPT_RA
    default: nil
    }
  }

  private static let looseRoute = route("lsrr")
  private static let recordRoute = route("rr")
  private static let strictRoute = route("ssrr")

  private static func route(_ name: String) -> OptionFormat {
    OptionFormat(
      "ip option ", name,
      [
        (0, 8, "type", .integer),
        (8, 8, "length", .integer),
        (16, 8, "ptr", .integer),
        (24, 32, "addr", .integer),
      ])
  }

  private static let routerAlert = OptionFormat(
    "ip option ", "ra",
    [
      (0, 8, "type", .integer),
      (8, 8, "length", .integer),
      (16, 16, "value", .integer),
    ])
}
