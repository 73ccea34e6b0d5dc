/// Options of TCP.
extension OptionFormat {
  static func tcp(_ kind: UInt8) -> OptionFormat? {
    switch kind {
    case 0: endOfList
    case 1: noOperation
    case 2: maximumSegment
    case 3: windowScale
    case 4: sackPermitted
    case 5: sack
    case 8: timestamp
    case 19: md5Signature
    case 30: multipath
    case 34: fastOpen
    default: nil
    }
  }

  private static let endOfList = option("eol", [(0, 8, "kind", .integer)])
  private static let noOperation = option("nop", [(0, 8, "kind", .integer)])
  private static let maximumSegment = option("maxseg", common + [(16, 16, "size", .integer)])
  private static let windowScale = option("window", common + [(16, 8, "count", .integer)])
  private static let sackPermitted = option("sack-perm", common)
  private static let md5Signature = option("md5sig", common)
  private static let fastOpen = option("fastopen", common)
  private static let multipath = option("mptcp", common + [(16, 4, "subtype", .integer)])

  private static let timestamp = option(
    "timestamp", common + [(16, 32, "tsval", .integer), (48, 32, "tsecr", .integer)])

  private static let sack = option(
    "sack", common + [(16, 32, "left", .integer), (48, 32, "right", .integer)],
    more: [
      HeaderField(80, 32, "tcp option sack1 left"),
      HeaderField(112, 32, "tcp option sack1 right"),
      HeaderField(144, 32, "tcp option sack2 left"),
      HeaderField(176, 32, "tcp option sack2 right"),
      HeaderField(208, 32, "tcp option sack3 left"),
      HeaderField(240, 32, "tcp option sack3 right"),
    ])

  private static let common: [(offset: Int, bits: Int, name: String, type: DataType)] = [
    (0, 8, "kind", .integer),
    (8, 8, "length", .integer),
  ]

  private static func option(
    _ name: String, _ fields: [(offset: Int, bits: Int, name: String, type: DataType)],
    more: [HeaderField] = []
  ) -> OptionFormat {
    OptionFormat("tcp option ", name, fields, more: more)
  }
}
