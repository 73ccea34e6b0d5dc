/// `xt_hashlimit`: so many packets or bytes in a time, counted for each address or port by itself.
struct XtHashlimit: XtMatch {
  static let name = "hashlimit"
  /// `XT_HASHLIMIT_*`
  let mode: UInt32
  let average: UInt64
  let burst: UInt64
  let table: String
  let size: UInt32
  let maximum: UInt32
  /// Milliseconds, as is the next.
  let collectInterval: UInt32
  let expire: UInt32
  let sourceLength: UInt8
  let destinationLength: UInt8
  /// Seconds.
  let interval: UInt32?
  private let scale: UInt64
  private let isIPv6: Bool

  init?(_ info: XtInfo) {
    let after: Int
    switch info.revision {
    case 1 where info.isSized(56):
      table = info.text(0..<16)
      mode = info.word(16)
      (average, burst) = (UInt64(info.word(20)), UInt64(info.word(24)))
      (after, scale) = (28, 10_000)  // XT_HASHLIMIT_SCALE
    case 2 where info.isSized(304), 3 where info.isSized(312):
      table = info.text(0..<255)
      (average, burst) = (info.long(256), info.long(264))
      mode = info.word(272)
      (after, scale) = (276, 1_000_000)  // XT_HASHLIMIT_SCALE_v2
    default: return nil
    }
    (size, maximum) = (info.word(after), info.word(after + 4))
    (collectInterval, expire) = (info.word(after + 8), info.word(after + 12))
    let masks = info.revision == 3 ? after + 20 : after + 16
    (sourceLength, destinationLength) = (info.byte(masks), info.byte(masks + 1))
    interval = info.revision == 3 && mode & 0x40 != 0 ? info.word(after + 16) : nil
    isIPv6 = info.isIPv6
  }

  func add(to options: inout XtOptions) {
    let option = mode & 0x10 != 0 ? "--hashlimit-above" : "--hashlimit-upto"  // …_INVERT
    let quantum: UInt64
    if mode & 0x20 != 0 {  // XT_HASHLIMIT_BYTES
      quantum = addBytes(option, to: &options)
    } else {
      let rate = XtRate(period: average, scale: scale)
      options.add(option, rate.text)
      options.add("--hashlimit-burst", burst)
      quantum = rate.unitMilliseconds
    }
    let hashed = names(mode, [(4, "srcip"), (8, "srcport"), (1, "dstip"), (2, "dstport")])
    if !hashed.isEmpty { options.add("--hashlimit-mode", hashed) }
    options.add("--hashlimit-name", table)
    addTable(quantum, to: &options)
    let whole = isIPv6 ? 128 : 32 as UInt8
    if sourceLength != whole { options.add("--hashlimit-srcmask", sourceLength) }
    if destinationLength != whole { options.add("--hashlimit-dstmask", destinationLength) }
    if let interval {
      options.add("--hashlimit-rate-match")
      if interval != 1 { options.add("--hashlimit-rate-interval", interval) }
    }
  }

  /// What is not as iptables would set it itself.
  private func addTable(_ quantum: UInt64, to options: inout XtOptions) {
    if size != 0 { options.add("--hashlimit-htable-size", size) }
    if maximum != 0 { options.add("--hashlimit-htable-max", maximum) }
    if collectInterval != 1000 {
      options.add("--hashlimit-htable-gcinterval", collectInterval)
    }
    if UInt64(expire) != quantum { options.add("--hashlimit-htable-expire", expire) }
  }

  /// Bytes are counted in blocks of 16 (`XT_HASHLIMIT_BYTE_SHIFT`). Returns how long iptables would
  /// keep an entry, in milliseconds.
  private func addBytes(_ option: String, to options: inout XtOptions) -> UInt64 {
    let blocks = average == 0 ? UInt64(UInt32.max) : UInt64(UInt32.max) / average
    let rate = (blocks &- 1) << 4
    let units: [(UInt64, String)] = [(1 << 20, "m"), (1 << 10, "k")]
    let unit =
      units.first { rate >= $0.0 && cost(of: rate & ~($0.0 - 1)) == average } ?? (1, "")
    options.add(option, "\(rate / unit.0)\(unit.1)b/s")
    guard burst != 0 else { return 15_000 }  // XT_HASHLIMIT_BYTE_EXPIRE
    let most = rate &* burst
    let burstUnit = units.first { most >= $0.0 } ?? (1, "")
    options.add("--hashlimit-burst", "\(most / burstUnit.0)\(burstUnit.1)b")
    return 60_000  // XT_HASHLIMIT_BYTE_EXPIRE_BURST
  }

  private func cost(of bytes: UInt64) -> UInt64 {
    let blocks = UInt32(truncatingIfNeeded: bytes >> 4) &+ 1
    return blocks == 0 ? 0 : UInt64(UInt32.max / blocks)
  }
}

extension XtHashlimit {
  /// It depends on what came before.
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    .cannotTell(Doubt(doubt.what, isChance: true))
  }
}
