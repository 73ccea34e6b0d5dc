import Netlink

/// `xt_set`: addresses and ports in an ipset.
extension XtExtension {
  /// `struct xt_set_info`: the kernel knows sets by number, and says their names elsewhere.
  var set: String {
    let sides = (0..<min(3, info[2])).map { info[3] & 2 << $0 != 0 ? "src" : "dst" }
    let words = sides.joined(separator: ",")
    return "-m set \(not(info[3] & 1 != 0))--match-set [set \(half(0))] \(words)"
  }
}
