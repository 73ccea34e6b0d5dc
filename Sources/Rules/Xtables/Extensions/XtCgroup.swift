/// `xt_cgroup`: the control group of the socket that a packet is of.
struct XtCgroup: XtOpaqueMatch {
  static let name = "cgroup"
  let path: String?
  let classID: UInt32?
  let isPathInverted: Bool
  let isClassInverted: Bool

  init?(_ info: XtInfo) {
    switch info.revision {
    case 0 where info.isSized(8):
      (path, isPathInverted) = (nil, false)
      (classID, isClassInverted) = (info.word(0), info.word(4) != 0)
      return
    case 1 where info.isSized(4112):
      path = info.byte(0) != 0 ? info.text(4..<4100) : nil
      classID = info.byte(1) != 0 ? info.word(4100) : nil
    case 2 where info.isSized(528):
      path = info.byte(0) != 0 ? info.text(4..<516) : nil
      classID = info.byte(1) != 0 ? info.word(4) : nil
    default: return nil
    }
    (isPathInverted, isClassInverted) = (info.byte(2) != 0, info.byte(3) != 0)
  }

  func add(to options: inout XtOptions) {
    if let path { options.add("--path", saved(path), not: isPathInverted) }
    if let classID { options.add("--cgroup", classID, not: isClassInverted) }
  }
}
