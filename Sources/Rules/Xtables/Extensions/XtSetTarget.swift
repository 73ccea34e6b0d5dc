/// `xt_SET`: puts a packet's addresses and ports into an ipset, takes them out, or takes marks from it.
struct XtSetTarget: XtPassingTarget {
  static let name = "SET"
  let added: XtSetName
  let deleted: XtSetName
  let mapped: XtSetName?
  /// `IPSET_FLAG_*`
  let flags: UInt32
  /// Seconds; `nil` for the set's own.
  let timeout: UInt32?

  init?(_ info: XtInfo) {
    let sizes = [64, 8, 16, 20]
    guard info.revision < sizes.count, info.isSized(sizes[Int(info.revision)]) else { return nil }
    guard info.revision > 0 else {
      (added, deleted) = (XtSetName(oldest: info, at: 0), XtSetName(oldest: info, at: 32))
      (mapped, flags, timeout) = (nil, 0, nil)
      return
    }
    (added, deleted) = (XtSetName(info, at: 0), XtSetName(info, at: 4))
    mapped = info.revision == 3 ? XtSetName(info, at: 8) : nil
    let rest = info.revision == 3 ? 12 : 8
    flags = info.revision >= 2 ? info.word(rest) : 0
    timeout = info.revision >= 2 && info.word(rest + 4) != .max ? info.word(rest + 4) : nil
  }

  func add(to options: inout XtOptions) {
    if !added.isNone { options.add("--add-set", added.text) }
    if flags & 1 != 0 { options.add("--exist") }  // IPSET_FLAG_EXIST
    if let timeout { options.add("--timeout", timeout) }
    if !deleted.isNone { options.add("--del-set", deleted.text) }
    if let mapped, !mapped.isNone { options.add("--map-set", mapped.text) }
    if flags & 0x100 != 0 { options.add("--map-mark") }  // IPSET_FLAG_MAP_SKBMARK
    if flags & 0x200 != 0 { options.add("--map-prio") }  // IPSET_FLAG_MAP_SKBPRIO
    if flags & 0x400 != 0 { options.add("--map-queue") }  // IPSET_FLAG_MAP_SKBQUEUE
  }
}
