import Addressing

/// `xt_HMARK`: marks a packet by a hash of its addresses and ports.
struct XtHmark: XtTarget {
  static let name = "HMARK"
  /// A bit for each of `XT_HMARK_*`.
  let flags: UInt32
  let sourceMask: IPAddress
  let destinationMask: IPAddress
  /// Both ports, the source's first, as is the next; or an index of IPsec.
  let portMask: UInt32
  let ports: UInt32
  let transportMask: UInt16
  let seed: UInt32
  let modulus: UInt32
  let offset: UInt32

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(60) else { return nil }
    (sourceMask, destinationMask) = (info.address(0), info.address(16))
    (portMask, ports) = (info.word(32).byteSwapped, info.word(36).byteSwapped)
    (flags, transportMask, seed) = (info.word(40), info.half(44), info.word(48))
    (modulus, offset) = (info.word(52), info.word(56))
  }

  func add(to options: inout XtOptions) {
    if has(0) { options.add("--hmark-src-prefix", sourceMask.number.nonzeroBitCount) }
    if has(1) { options.add("--hmark-dst-prefix", destinationMask.number.nonzeroBitCount) }
    if has(6) { options.add("--hmark-sport-mask", hex(portMask >> 16, digits: 4)) }
    if has(7) { options.add("--hmark-dport-mask", hex(portMask & 0xffff, digits: 4)) }
    if has(3) { options.add("--hmark-spi-mask", hex(portMask, digits: 8)) }
    if has(4) { options.add("--hmark-sport", hex(ports >> 16, digits: 4)) }
    if has(5) { options.add("--hmark-dport", hex(ports & 0xffff, digits: 4)) }
    if has(2) { options.add("--hmark-spi", hex(ports, digits: 8)) }
    if has(8) { options.add("--hmark-proto-mask", hex(transportMask, digits: 2)) }
    if has(9) { options.add("--hmark-rnd", hex(seed, digits: 8)) }
    if has(10) { options.add("--hmark-mod", modulus) }
    if has(11) { options.add("--hmark-offset", offset) }
    if has(12) { options.add("--hmark-tuple", "ct") }
  }

  /// One of `XT_HMARK_SADDR_MASK` to `XT_HMARK_CT`, by number.
  private func has(_ bit: UInt32) -> Bool { flags & 1 << bit != 0 }
}

extension XtHmark {
  /// By a hash that only the kernel computes.
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    packet.mark = nil
    return .goOn
  }
}
