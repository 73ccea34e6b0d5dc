/// `xt_NFQUEUE`: lets a program decide.
struct XtNfqueue: XtTarget {
  static let name = "NFQUEUE"
  let first: UInt16
  let count: UInt16
  /// Where no program listens, packets go on.
  let bypasses: Bool
  /// By the processor, not by a hash.
  let isByProcessor: Bool

  init?(_ info: XtInfo) {
    let sizes = [2, 4, 6, 6]
    guard info.revision < sizes.count, info.isSized(sizes[Int(info.revision)]) else { return nil }
    first = info.half(0)
    count = info.revision >= 1 ? info.half(2) : 1
    let flags = info.revision >= 2 ? info.half(4) : 0
    bypasses = flags & 1 != 0  // NFQ_FLAG_BYPASS
    isByProcessor = info.revision == 3 && flags & 2 != 0  // NFQ_FLAG_CPU_FANOUT
  }

  func add(to options: inout XtOptions) {
    if count > 1 {
      options.add("--queue-balance", "\(first):\(Int(first) + Int(count) - 1)")
    } else {
      options.add("--queue-num", first)
    }
    if bypasses { options.add("--queue-bypass") }
    if isByProcessor { options.add("--queue-cpu-fanout") }
  }
}

extension XtNfqueue {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    .taken(count > 1 ? "queue" : "queue \(first)")
  }
}
