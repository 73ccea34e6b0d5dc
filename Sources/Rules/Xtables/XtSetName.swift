import Netlink

/// Which ipset, and what of a packet is looked for or put in it.
struct XtSetName: Equatable, Sendable {
  let index: UInt16
  /// `nil` where the kernel did not say it.
  let name: String?
  /// Whether it is of the source, for each part of the set's elements.
  let isSource: [Bool]

  /// `struct xt_set_info`
  init(_ info: XtInfo, at offset: Int) {
    index = info.half(offset)
    name = info.setName(index)
    let flags = info.byte(offset + 3)
    isSource = (0..<min(6, info.byte(offset + 2))).map { flags & 2 << $0 != 0 }  // IPSET_DIM_MAX
  }

  /// `struct xt_set_info_v0`, which has a word of flags for each part.
  init(oldest info: XtInfo, at offset: Int) {
    index = info.half(offset)
    name = info.setName(index)
    isSource = (0..<6).map { info.word(offset + 4 + $0 * 4) }.prefix { $0 != 0 }
      .map { $0 & 1 != 0 }  // IPSET_SRC
  }

  /// Where a rule could name a set, and names none.
  var isNone: Bool { index == 0xffff }  // IPSET_INVALID_ID

  /// `hosts src,dst`
  var text: String {
    let sides = isSource.map { $0 ? "src" : "dst" }.joined(separator: ",")
    return (name ?? "[set \(index)]") + (sides.isEmpty ? "" : " " + sides)
  }
}

extension NftRule {
  /// Whether it names an ipset that is not among these: one that was made later.
  func namesNewSet(_ known: [UInt16: String]) -> Bool {
    let context = XtContext(isIPv6: false, setNames: known)
    return expressions.flatMap { expression -> [XtSetName?] in
      switch expression {
      case .match(let xt) where xt.name == XtSet.name: return [XtSet(XtInfo(xt, context))?.set]
      case .target(let xt) where xt.name == XtSetTarget.name:
        let target = XtSetTarget(XtInfo(xt, context))
        return [target?.added, target?.deleted, target?.mapped]
      default: return []
      }
    }.contains { $0.map { !$0.isNone && $0.name == nil } ?? false }
  }
}
