extension Header {
  static let tcpFields = [
    HeaderField(0, 16, "tcp sport", .port, .sourcePort),
    HeaderField(16, 16, "tcp dport", .port, .destinationPort),
    HeaderField(32, 32, "tcp sequence"),
    HeaderField(64, 32, "tcp ackseq"),
    HeaderField(96, 4, "tcp doff"),
    HeaderField(100, 4, "tcp reserved"),
    HeaderField(104, 8, "tcp flags", .tcpFlags),
    HeaderField(112, 16, "tcp window"),
    HeaderField(128, 16, "tcp checksum"),
    HeaderField(144, 16, "tcp urgptr"),
  ]

  static let udpFields = [
    HeaderField(0, 16, "udp sport", .port, .sourcePort),
    HeaderField(16, 16, "udp dport", .port, .destinationPort),
    HeaderField(32, 16, "udp length"),
    HeaderField(48, 16, "udp checksum"),
  ]

  static let udpliteFields = [
    HeaderField(0, 16, "udplite sport", .port, .sourcePort),
    HeaderField(16, 16, "udplite dport", .port, .destinationPort),
    HeaderField(32, 16, "udplite csumcov"),
    HeaderField(48, 16, "udplite checksum"),
  ]

  static let dccpFields = [
    HeaderField(0, 16, "dccp sport", .port, .sourcePort),
    HeaderField(16, 16, "dccp dport", .port, .destinationPort),
    HeaderField(67, 4, "dccp type", .dccpType),
  ]

  static let sctpFields = [
    HeaderField(0, 16, "sctp sport", .port, .sourcePort),
    HeaderField(16, 16, "sctp dport", .port, .destinationPort),
    HeaderField(32, 32, "sctp vtag"),
    HeaderField(64, 32, "sctp checksum"),
  ]

  static let thFields = [
    HeaderField(0, 16, "th sport", .port, .sourcePort),
    HeaderField(16, 16, "th dport", .port, .destinationPort),
  ]

  static let ahFields = [
    HeaderField(0, 8, "ah nexthdr", .transport, isProtocol: true),
    HeaderField(8, 8, "ah hdrlength"),
    HeaderField(16, 16, "ah reserved"),
    HeaderField(32, 32, "ah spi"),
    HeaderField(64, 32, "ah sequence"),
  ]

  static let espFields = [
    HeaderField(0, 32, "esp spi"),
    HeaderField(32, 32, "esp sequence"),
  ]

  static let compFields = [
    HeaderField(0, 8, "comp nexthdr", .transport, isProtocol: true),
    HeaderField(8, 8, "comp flags", .bitmask),
    HeaderField(16, 16, "comp cpi"),
  ]
}
