import Netlink

/// `xt_multiport`: up to 15 ports and ranges of them.
extension XtExtension {
  /// `struct xt_multiport_v1`
  var multiport: Clause {
    let roles: [Clause.Role] = [.sourcePort, .destinationPort, .other]
    let words = ["--sports", "--dports", "--ports"]
    let kind = min(2, Int(info[0]))
    var ports = ""
    for index in 0..<min(15, Int(info[1])) {
      let isRangeEnd = index > 0 && info[32 + index - 1] != 0
      if index > 0 { ports += isRangeEnd ? ":" : "," }
      ports += "\(half(2 + index * 2))"
    }
    let isInverted = info[47] != 0
    return Clause(
      roles[kind], "-m multiport \(not(isInverted))\(words[kind])", value: ports,
      isInverted: isInverted)
  }
}
