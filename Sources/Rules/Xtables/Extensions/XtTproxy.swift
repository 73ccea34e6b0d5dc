import Addressing

/// `xt_TPROXY`: hands a packet to a socket of this host, as it is.
struct XtTproxy: XtOpaqueTarget {
  static let name = "TPROXY"
  let port: UInt16
  /// All zeros for that of the interface it came in by.
  let address: IPAddress
  let mark: UInt32
  let mask: UInt32

  init?(_ info: XtInfo) {
    switch info.revision {
    case 0 where info.isSized(16): (address, port) = (info.address4(8), info.bigHalf(12))
    case 1 where info.isSized(28): (address, port) = (info.address(8), info.bigHalf(24))
    default: return nil
    }
    (mask, mark) = (info.word(0), info.word(4))
  }

  func add(to options: inout XtOptions) {
    options.add("--on-port", port)
    options.add("--on-ip", "\(address)")
    options.add("--tproxy-mark", "\(hex(mark))/\(hex(mask))")
  }
}
