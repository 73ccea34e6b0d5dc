/// `xt_sctp`: ports and chunks of SCTP.
struct XtSctp: XtMatch {
  static let name = "sctp"
  let sourcePorts: XtRange<UInt16>?
  let destinationPorts: XtRange<UInt16>?
  let chunks: Chunks?

  struct Chunks: Sendable {
    /// `SCTP_CHUNK_MATCH_*`
    let match: UInt32
    /// Types of chunks.
    let types: [UInt8]
    /// Nobody listed them.
    let isAll: Bool
    let flags: [ChunkFlags]
    let isInverted: Bool
  }

  /// `struct xt_sctp_flag_info`
  struct ChunkFlags: Sendable {
    let type: UInt8
    let flags: UInt8
    let mask: UInt8
  }

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(292), Self.flagCount(info) <= 4 else { return nil }
    let (flags, inverted) = (info.word(284), info.word(288))
    sourcePorts = flags & 1 != 0 ? info.ports(4, not: inverted & 1 != 0) : nil  // …_SRC_PORTS
    destinationPorts = flags & 2 != 0 ? info.ports(0, not: inverted & 2 != 0) : nil
    chunks = flags & 4 != 0 ? Chunks(info, isInverted: inverted & 4 != 0) : nil
  }

  /// iptables writes -1 for none.
  fileprivate static func flagCount(_ info: XtInfo) -> Int {
    max(0, Int(Int32(bitPattern: info.word(280))))
  }

  func addClauses(to clauses: inout [Clause]) {
    clauses.append(Clause(.other, "-m sctp"))
    clauses.addPorts(sourcePorts, destinationPorts)
    var options = XtOptions()
    add(to: &options)
    clauses.append(Clause(.other, options.text))
  }

  /// All but the ports, which are clauses of their own.
  func add(to options: inout XtOptions) {
    if let chunks { options.add("--chunk-types", chunks.text, not: chunks.isInverted) }
  }
}

extension XtSctp.Chunks {
  fileprivate init(_ info: XtInfo, isInverted: Bool) {
    match = info.word(264)
    types = (0...255 as ClosedRange<UInt8>).filter {
      info.word(8 + Int($0 / 32) * 4) & 1 << UInt32($0 % 32) != 0
    }
    // The kernel's map is eight times as long as it has to be.
    isAll = (8..<264).allSatisfy { info.byte($0) == 0xff }
    flags = (0..<XtSctp.flagCount(info)).map { 268 + $0 * 3 }.map {
      XtSctp.ChunkFlags(type: info.byte($0), flags: info.byte($0 + 1), mask: info.byte($0 + 2))
    }
    self.isInverted = isInverted
  }

  fileprivate var text: String {
    let how = match == 1 ? "any" : match == 2 ? "all" : "only"  // SCTP_CHUNK_MATCH_ANY, …_ALL
    guard !types.isEmpty else { return "\(how) NONE" }
    guard !isAll else { return "\(how) ALL" }
    return "\(how) \(types.map(text).joined(separator: ","))"
  }

  /// `DATA:Be`: a letter for each flag that counts, small where it must not be set.
  private func text(_ type: UInt8) -> String {
    let (name, letters) = Self.known[type] ?? ("\(type)", "--------")
    let signs = flags.filter { $0.type == type && $0.mask != 0 }.map { flags in
      zip(letters, (0...7 as ClosedRange<UInt8>).reversed()).filter { flags.mask & 1 << $1 != 0 }
        .map { flags.flags & 1 << $1 != 0 ? String($0) : $0.lowercased() }.joined()
    }
    return name + signs.map { ":" + $0 }.joined()
  }

  /// Each with what its flags are called.
  private static let known: [UInt8: (String, String)] = [
    0: ("DATA", "----IUBE"), 1: ("INIT", "--------"), 2: ("INIT_ACK", "--------"),
    3: ("SACK", "--------"), 4: ("HEARTBEAT", "--------"), 5: ("HEARTBEAT_ACK", "--------"),
    6: ("ABORT", "-------T"), 7: ("SHUTDOWN", "--------"), 8: ("SHUTDOWN_ACK", "--------"),
    9: ("ERROR", "--------"), 10: ("COOKIE_ECHO", "--------"), 11: ("COOKIE_ACK", "--------"),
    12: ("ECN_ECNE", "--------"), 13: ("ECN_CWR", "--------"),
    14: ("SHUTDOWN_COMPLETE", "-------T"), 64: ("I_DATA", "----IUBE"),
    128: ("ASCONF_ACK", "--------"), 130: ("RE_CONFIG", "--------"), 132: ("PAD", "--------"),
    192: ("FORWARD_TSN", "--------"), 193: ("ASCONF", "--------"),
    194: ("I_FORWARD_TSN", "--------"),
  ]
}

extension XtSctp {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    packet.isFirstFragment
      .and(sourcePorts?.fits(packet.sourcePort, "source port") ?? .yes)
      .and(destinationPorts?.fits(packet.destinationPort, "destination port") ?? .yes)
      .and(chunks == nil ? .yes : .cannotTell(doubt))
  }
}
