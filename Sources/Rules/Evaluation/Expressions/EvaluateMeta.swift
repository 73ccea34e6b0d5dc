import Addressing
import Netlink

extension Evaluator {
  /// `meta`: what the kernel knows of a packet besides its bytes.
  mutating func run(_ meta: Expression.Meta) -> Progress {
    switch meta.use {
    case .store(let register): return store(meta.key, from: register)
    case .load(let register):
      switch load(meta.key) {
      case .absent: return .noFit
      case .unknown(let length):
        registers.write(PartialBytes(unknown: length), to: register, from: .meta(meta.key))
      case .value(let bytes):
        registers.write(PartialBytes(bytes), to: register, from: .meta(meta.key))
      }
      return .goOn
    }
  }

  private enum Load {
    case value([UInt8])
    /// With its length in bytes.
    case unknown(Int)
    /// The packet has no such thing, which ends the rule.
    case absent

    init<Number: FixedWidthInteger>(_ number: Number?) {
      self = number.map { .value(hostEndian($0)) } ?? .unknown(Number.bitWidth / 8)
    }
  }

  private func load(_ key: UInt32) -> Load {
    switch key {
    case 0: Load(packet.length.map(UInt32.init))  // NFT_META_LEN
    case 1: .value(bigEndian(packet.etherType))  // NFT_META_PROTOCOL
    case 2: Load(packet.priority)  // NFT_META_PRIORITY
    case 3: Load(packet.mark)  // NFT_META_MARK
    case 4: index(packet.inInterface)  // NFT_META_IIF
    case 5: index(packet.outInterface)  // NFT_META_OIF
    case 6: name(packet.inInterface)  // NFT_META_IIFNAME
    case 7: name(packet.outInterface)  // NFT_META_OIFNAME
    case 8: packet.inInterface.map { Load($0.type) } ?? .absent  // NFT_META_IIFTYPE
    case 9: packet.outInterface.map { Load($0.type) } ?? .absent  // NFT_META_OIFTYPE
    case 10, 11: socketOwner(isGroup: key == 11)  // NFT_META_SKUID, NFT_META_SKGID
    case 15: .value([hookFamily])  // NFT_META_NFPROTO
    case 16: Load(packet.transport)  // NFT_META_L4PROTO
    case 19: Load(packetType)  // NFT_META_PKTTYPE
    case 21: packet.inInterface.map { Load($0.group) } ?? .absent  // NFT_META_IIFGROUP
    case 22: packet.outInterface.map { Load($0.group) } ?? .absent  // NFT_META_OIFGROUP
    case 25: .value([0])  // NFT_META_SECPATH: not through IPsec
    case 26: kind(packet.inInterface)  // NFT_META_IIFKIND
    case 27: kind(packet.outInterface)  // NFT_META_OIFKIND
    default: .unknown(16)
    }
  }

  /// Of what calls the chain: `NFPROTO_*`.
  private var hookFamily: UInt8 {
    switch table.family {
    case .netdev, .bridge: table.family.rawValue
    default: packet.family == .v4 ? NftFamily.ip.rawValue : NftFamily.ip6.rawValue
    }
  }

  private func index(_ interface: PacketInterface?) -> Load {
    interface.map { Load($0.index) } ?? .value([0, 0, 0, 0])
  }

  /// No interface has an empty name.
  private func name(_ interface: PacketInterface?) -> Load {
    guard let interface else { return .value([UInt8](repeating: 0, count: 16)) }
    return interface.name.map { .value(interfaceName($0)) } ?? .unknown(16)
  }

  private func kind(_ interface: PacketInterface?) -> Load {
    guard let interface else { return .absent }
    guard let kind = interface.kind else { return .unknown(16) }
    return kind.isEmpty ? .absent : .value(interfaceName(kind))
  }

  private func socketOwner(isGroup: Bool) -> Load {
    switch packet.socket {
    case .none: .absent
    case .unknown: .unknown(4)
    case .of(let user, let group): Load(isGroup ? group : user)
    }
  }

  /// What this host made is for the loopback where it has no type of its own.
  private var packetType: UInt8? { packet.link.packetType ?? (packet.inInterface == nil ? 0 : nil) }

  private mutating func store(_ key: UInt32, from register: Int) -> Progress {
    let value = registers.read(register, 4)
    let number = value.flatMap { $0.isKnown ? little($0.bytes) : nil }
    switch key {
    case 2: packet.priority = number.map { UInt32(truncatingIfNeeded: $0) }
    case 3: packet.mark = number.map { UInt32(truncatingIfNeeded: $0) }
    case 19: packet.link.packetType = number.map { UInt8(truncatingIfNeeded: $0) }
    default: break  // nftrace, secmark, broute: no rule looks at these
    }
    return .goOn
  }
}

/// A name as a register has it: 16 bytes, the rest of them 0.
func interfaceName(_ name: String) -> [UInt8] {
  let letters = Array(name.utf8.prefix(15))
  return letters + [UInt8](repeating: 0, count: 16 - letters.count)
}
