import Netlink

/// `xt_conntrack` and `xt_state`: the connection that a packet is part of.
extension XtExtension {
  /// `struct xt_conntrack_mtinfo1` through 3: states and the fields' masks, far in.
  var conntrack: String {
    let matched = half(146)
    guard matched & 1 != 0 else { return "-m conntrack" }  // XT_CONNTRACK_STATE
    let bits = revision >= 2 ? half(150) : UInt16(info[150])
    let sign = not(half(148) & 1 != 0)
    if matched & 1 << 13 != 0 {  // XT_CONNTRACK_STATE_ALIAS
      return "-m state \(sign)--state \(states(bits))"
    }
    return "-m conntrack \(sign)--ctstate \(states(bits))"
  }

  /// `struct xt_state_info`
  var state: String { "-m state --state \(states(UInt16(truncatingIfNeeded: word(0))))" }

  /// `XT_CONNTRACK_STATE_*`
  private func states(_ bits: UInt16) -> String {
    let names = [
      (UInt16(1), "INVALID"), (8, "NEW"), (4, "RELATED"), (2, "ESTABLISHED"), (64, "UNTRACKED"),
      (128, "SNAT"), (256, "DNAT"),
    ]
    return names.filter { bits & $0.0 != 0 }.map(\.1).joined(separator: ",")
  }
}
