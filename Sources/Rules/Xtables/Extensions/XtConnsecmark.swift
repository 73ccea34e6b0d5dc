/// `xt_CONNSECMARK`: copies a security mark from a packet to its connection, or back.
struct XtConnsecmark: XtPassingTarget {
  static let name = "CONNSECMARK"
  let mode: Mode

  enum Mode: UInt8, Sendable {
    case save = 1  // CONNSECMARK_SAVE
    case restore = 2  // CONNSECMARK_RESTORE
  }

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(1), let mode = Mode(rawValue: info.byte(0)) else {
      return nil
    }
    self.mode = mode
  }

  func add(to options: inout XtOptions) {
    switch mode {
    case .save: options.add("--save")
    case .restore: options.add("--restore")
    }
  }
}
