import Addressing
import Netlink

extension Evaluator {
  /// `ct`: the packet's connection, as far as it is tracked already.
  mutating func run(_ ct: Expression.Ct) -> Progress {
    switch ct.use {
    case .store(let register): return store(ct.key, from: register)
    case .load(let register):
      if ct.key == 0 { return loadState(into: register) }  // NFT_CT_STATE
      switch packet.tracking {
      case .none, .untracked: return .noFit
      case .unknown: return loadUnknown("ct \(ct.key)", into: register)
      case .connection(let connection):
        let value = connection.value(ct, packet)
        registers.write(value, to: register, from: .connection(ct.key))
        return .goOn
      }
    }
  }

  private mutating func loadState(into register: Int) -> Progress {
    let bits: UInt32? =
      switch packet.tracking {
      case .none: 1  // NF_CT_STATE_INVALID_BIT
      case .untracked: 64  // NF_CT_STATE_UNTRACKED_BIT
      case .connection(let connection): connection.state.rawValue
      case .unknown: nil
      }
    let value = bits.map { PartialBytes(hostEndian($0)) } ?? PartialBytes(unknown: 4)
    registers.write(value, to: register, from: .connection(0))
    return .goOn
  }

  private mutating func store(_ key: UInt32, from register: Int) -> Progress {
    let value = registers.read(register, 4)
    let number = value.flatMap { $0.isKnown ? UInt32(truncatingIfNeeded: little($0.bytes)) : nil }
    if key == 3 { packet.tracking.change { $0.mark = number } }  // NFT_CT_MARK
    return .goOn
  }
}

extension Connection {
  /// What a register gets, as long as the field is.
  fileprivate func value(_ ct: Expression.Ct, _ packet: Packet) -> PartialBytes {
    let tuple = ct.direction == 1 ? reply : original
    switch ct.key {
    case 1:  // NFT_CT_DIRECTION
      return isReply.map { PartialBytes([$0 ? 1 : 0]) } ?? PartialBytes(unknown: 1)
    case 2: return host(status)  // NFT_CT_STATUS
    case 3: return host(mark)  // NFT_CT_MARK
    case 7: return PartialBytes([packet.family == .v4 ? 2 : 10])  // NFT_CT_L3PROTOCOL
    case 8, 19, 21: return address(tuple?.source, packet)  // NFT_CT_SRC, _IP, _IP6
    case 9, 20, 22: return address(tuple?.destination, packet)  // NFT_CT_DST, _IP, _IP6
    case 10:  // NFT_CT_PROTOCOL
      return packet.transport.map { PartialBytes([$0]) } ?? PartialBytes(unknown: 1)
    case 11: return port(tuple?.sourcePort, packet)  // NFT_CT_PROTO_SRC
    case 12: return port(tuple?.destinationPort, packet)  // NFT_CT_PROTO_DST
    default: return PartialBytes(unknown: 16)
    }
  }

  private func host(_ number: UInt32?) -> PartialBytes {
    number.map { PartialBytes(hostEndian($0)) } ?? PartialBytes(unknown: 4)
  }

  private func address(_ address: IPAddress?, _ packet: Packet) -> PartialBytes {
    let width = packet.family == .v4 ? 4 : 16
    return address.map { PartialBytes($0.bytes) } ?? PartialBytes(unknown: width)
  }

  private func port(_ port: UInt16?, _ packet: Packet) -> PartialBytes {
    port.map { PartialBytes(bigEndian($0)) } ?? PartialBytes(unknown: 2)
  }
}
