/// `xt_TCPOPTSTRIP`: takes options out of a TCP header.
struct XtTcpoptstrip: XtPassingTarget {
  static let name = "TCPOPTSTRIP"
  /// By number.
  let stripped: [UInt8]

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(32) else { return nil }
    stripped = (0...255 as ClosedRange<UInt8>).filter {
      info.word(Int($0 / 32) * 4) & 1 << UInt32($0 % 32) != 0
    }
  }

  func add(to options: inout XtOptions) {
    guard !stripped.isEmpty else { return }
    options.add("--strip-options", stripped.map { "\($0)" }.joined(separator: ","))
  }
}
