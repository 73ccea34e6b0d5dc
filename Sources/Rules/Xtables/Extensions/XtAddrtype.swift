import Netlink

/// `xt_addrtype`: what kind of address the routing table takes source and destination for.
extension XtExtension {
  /// `struct xt_addrtype_info_v1`
  var addrtype: String {
    let flags = word(4)
    var text = "-m addrtype"
    if half(0) != 0 {
      text += " \(not(flags & 1 != 0))--src-type \(addressTypes(half(0)))"
    }
    if half(2) != 0 {
      text += " \(not(flags & 2 != 0))--dst-type \(addressTypes(half(2)))"
    }
    if flags & 4 != 0 { text += " --limit-iface-in" }
    if flags & 8 != 0 { text += " --limit-iface-out" }
    return text
  }

  private func addressTypes(_ bits: UInt16) -> String {
    (0..<12).filter { bits & 1 << UInt16($0) != 0 }.map { bit in
      (Symbols.addressTypes[UInt64(bit)] ?? "\(bit)").uppercased()
    }.joined(separator: ",")
  }
}
