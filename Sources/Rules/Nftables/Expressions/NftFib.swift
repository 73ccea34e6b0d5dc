extension Field {
  /// `fib`: what the routing table says of an address. The result is one of `NFT_FIB_RESULT_*`; the flags
  /// are `NFTA_FIB_F_*`, what is looked up.
  static func fib(result: UInt32, flags: UInt32) -> Field {
    let names = ["saddr", "daddr", "mark", "iif", "oif"]
    let keys = names.indices.filter { flags & 1 << UInt32($0) != 0 }.map { names[$0] }
    let key = keys.joined(separator: " . ")
    if flags & 1 << 5 != 0 { return Field("fib \(key) oif", .presence) }  // NFTA_FIB_F_PRESENT
    return switch result {
    case 1: Field("fib \(key) oif", .index)  // NFT_FIB_RESULT_OIF
    case 2: Field("fib \(key) oifname", .name, size: 4)  // NFT_FIB_RESULT_OIFNAME
    default: Field("fib \(key) type", .addressType)  // NFT_FIB_RESULT_ADDRTYPE
    }
  }
}
