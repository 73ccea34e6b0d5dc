/// `xt_cpu`: the processor that handles the packet.
struct XtCpu: XtOpaqueMatch {
  static let name = "cpu"
  let cpu: UInt32
  let isInverted: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(8) else { return nil }
    (cpu, isInverted) = (info.word(0), info.word(4) != 0)
  }

  func add(to options: inout XtOptions) {
    options.add("--cpu", cpu, not: isInverted)
  }
}
