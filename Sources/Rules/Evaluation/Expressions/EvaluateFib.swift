import Addressing
import Netlink

extension Evaluator {
  /// `fib`: what routing says of an address.
  mutating func run(_ fib: Expression.Fib) -> Progress {
    let address = fib.flags & 1 != 0 ? packet.source : packet.destination  // NFTA_FIB_F_SADDR
    guard fib.result == 3, let address else {  // NFT_FIB_RESULT_ADDRTYPE
      return loadUnknown("fib", into: fib.destination, length: fib.result == 2 ? 16 : 4)
    }
    var interface: PacketInterface?
    if fib.flags & 8 != 0 { interface = packet.inInterface }  // NFTA_FIB_F_IIF
    if fib.flags & 16 != 0 { interface = packet.outInterface }  // NFTA_FIB_F_OIF
    guard let type = routes.type(of: address, on: interface?.name) else {
      return loadUnknown("fib", into: fib.destination, length: 4)
    }
    registers.write(
      PartialBytes(hostEndian(UInt32(type))), to: fib.destination, from: .expression("fib"))
    return .goOn
  }
}
