import Netlink

extension Field {
  /// `fib`: what the routing table says of an address. The result is one of `NFT_FIB_RESULT_*`; the flags
  /// are `NFTA_FIB_F_*`, what is looked up.
  static func fib(result: UInt32, flags: UInt32) -> Field {
    let names = ["saddr", "daddr", "mark", "iif", "oif"]
    var keys = names.indices.filter { flags & 1 << UInt32($0) != 0 }.map { names[$0] }
    let unknown = flags & ~0x3f
    if unknown != 0 { keys.append("0x\(String(unknown, radix: 16))") }
    let words = "fib \(keys.joined(separator: " . "))"
    let isPresence = flags & 1 << 5 != 0  // NFTA_FIB_F_PRESENT
    return switch result {
    case 1:  // NFT_FIB_RESULT_OIF
      isPresence
        ? Field("\(words) oif", .boolean, .host, bits: 8) : Field("\(words) oif", .interfaceIndex)
    case 2: Field("\(words) oifname", .interfaceName)  // NFT_FIB_RESULT_OIFNAME
    case 3: Field("\(words) type", .addressType)  // NFT_FIB_RESULT_ADDRTYPE
    default: Field("\(words) [result \(result)]", .integer, .host, bits: 32)
    }
  }
}
