/// Chunks of SCTP.
extension OptionFormat {
  static func sctp(_ type: UInt8) -> OptionFormat? {
    chunks.first { $0.type == type }?.format
  }

  private static let chunks: [(type: UInt8, format: OptionFormat)] = [
    (
      0,
      chunk(
        "data", [(32, 32, "tsn"), (64, 16, "stream"), (80, 16, "ssn"), (96, 32, "ppid")])
    ),
    (1, chunk("init", start)),
    (2, chunk("init-ack", start)),
    (
      3,
      chunk(
        "sack",
        [
          (32, 32, "cum-tsn-ack"), (64, 32, "a-rwnd"), (96, 16, "num-gap-ack-blocks"),
          (112, 16, "num-dup-tsns"),
        ])
    ),
    (4, chunk("heartbeat")),
    (5, chunk("heartbeat-ack")),
    (6, chunk("abort")),
    (7, chunk("shutdown", [(32, 32, "cum-tsn-ack")])),
    (8, chunk("shutdown-ack")),
    (9, chunk("error")),
    (10, chunk("cookie-echo")),
    (11, chunk("cookie-ack")),
    (12, chunk("ecne", [(32, 32, "lowest-tsn")])),
    (13, chunk("cwr", [(32, 32, "lowest-tsn")])),
    (14, chunk("shutdown-complete")),
    (128, chunk("asconf-ack", [(32, 32, "seqno")])),
    (192, chunk("forward-tsn", [(32, 32, "new-cum-tsn")])),
    (193, chunk("asconf", [(32, 32, "seqno")])),
  ]

  private static let start = [
    (32, 32, "init-tag"), (64, 32, "a-rwnd"), (96, 16, "num-outbound-streams"),
    (112, 16, "num-inbound-streams"), (128, 32, "initial-tsn"),
  ]

  private static func chunk(_ name: String, _ own: [(Int, Int, String)] = []) -> OptionFormat {
    let common = [(0, 8, "type"), (8, 8, "flags"), (16, 16, "length")]
    return OptionFormat(
      "sctp chunk ", name, (common + own).map { ($0.0, $0.1, $0.2, DataType.integer) })
  }
}
