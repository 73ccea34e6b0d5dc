import Netlink

extension Evaluator {
  /// `exthdr`: a packet that is described by its plain headers has no extension headers and no options
  /// of IP; of TCP's options nothing is known.
  mutating func run(_ exthdr: Expression.Exthdr) -> Progress {
    let isTCPOption = exthdr.operation == 1  // NFT_EXTHDR_OP_TCPOPT
    guard case .load(let register)? = exthdr.use else {
      return isTCPOption && packet.transport == 6 ? .goOn : .noFit
    }
    if isTCPOption, packet.transport == 6 || packet.transport == nil {
      return loadUnknown("tcp option", into: register, length: Int(exthdr.length))
    }
    if exthdr.operation > 2,
      packet.transport == nil || packet.transport == 132
        || packet.transport == 33
    {
      return loadUnknown("exthdr", into: register, length: Int(exthdr.length))
    }
    guard exthdr.isPresence else { return .noFit }
    registers.write(PartialBytes([0]), to: register, from: .expression("exthdr"))
    return .goOn
  }
}
