import Addressing

/// How nft writes the values of a field.
enum DataKind: Equatable {
  case address, address6, mac, port, name, index, mark, hex
  /// Plain numbers, in host or in network order.
  case host, network
  case transport, family, etherType, packetType, presence, direction
  case addressType, connectionState, connectionStatus, icmpType, icmp6Type, tcpFlags
}

extension DataKind {
  /// By nft's own numbers for types of data.
  init(type: UInt32) {
    self =
      switch type {
      case 7: .address  // TYPE_IPADDR
      case 8: .address6  // TYPE_IP6ADDR
      case 9: .mac  // TYPE_ETHERADDR
      case 12: .transport  // TYPE_INET_PROTOCOL
      case 13: .port  // TYPE_INET_SERVICE
      case 19: .mark  // TYPE_MARK
      case 41: .name  // TYPE_IFNAME
      default: .host
      }
  }

  /// The bytes of one value as nft writes them.
  func text(_ bytes: [UInt8]) -> String {
    switch self {
    case .address, .address6: address(bytes)?.description ?? hexadecimal(bytes)
    case .mac: MACAddress(bytes: bytes)?.description ?? hexadecimal(bytes)
    case .port, .network: "\(big(bytes))"
    case .host, .index: "\(little(bytes))"
    case .mark: "0x\(padded(little(bytes), 8))"
    case .hex: hexadecimal(bytes)
    case .name: "\"" + interfaceName(bytes) + "\""
    case .transport: transportName(UInt8(truncatingIfNeeded: little(bytes)))
    case .presence: little(bytes) == 0 ? "missing" : "exists"
    case .direction: little(bytes) == 0 ? "original" : "reply"
    case .etherType: symbol(big(bytes), Symbols.etherTypes) ?? "0x\(padded(big(bytes), 4))"
    case .family: symbol(little(bytes), Symbols.families) ?? "\(little(bytes))"
    case .packetType: symbol(little(bytes), Symbols.packetTypes) ?? "\(little(bytes))"
    case .addressType: symbol(little(bytes), Symbols.addressTypes) ?? "\(little(bytes))"
    case .icmpType: symbol(big(bytes), Symbols.icmpTypes) ?? "\(big(bytes))"
    case .icmp6Type: symbol(big(bytes), Symbols.icmp6Types) ?? "\(big(bytes))"
    case .connectionState: flags(little(bytes), Symbols.connectionStates)
    case .connectionStatus: flags(little(bytes), Symbols.connectionStatuses)
    case .tcpFlags: flags(big(bytes), Symbols.tcpFlags, separator: " | ")
    }
  }

  /// Whether a mask over values of this kind is a set of named bits.
  var isFlags: Bool {
    switch self {
    case .connectionState, .connectionStatus, .tcpFlags: true
    case .address, .address6, .mac, .port, .name, .index, .mark, .hex, .host, .network,
      .transport, .family, .etherType, .packetType, .presence, .direction, .addressType,
      .icmpType, .icmp6Type:
      false
    }
  }

  /// The address in full: a prefix that ends on a byte is compared without the rest.
  func address(_ bytes: [UInt8]) -> IPAddress? {
    let width = self == .address6 || bytes.count > 4 ? 16 : 4
    guard bytes.count < width else { return IPAddress(bytes: bytes) }
    return IPAddress(bytes: bytes + Array(repeating: 0, count: width - bytes.count))
  }

  private func interfaceName(_ bytes: [UInt8]) -> String {
    let letters = bytes.prefix { $0 != 0 }
    let isWildcard = letters.count == bytes.count && bytes.count < 16
    return String(decoding: letters, as: UTF8.self) + (isWildcard ? "*" : "")
  }

  private func symbol(_ value: UInt64, _ names: [UInt64: String]) -> String? { names[value] }

  private func flags(
    _ value: UInt64, _ names: [(UInt64, String)], separator: String = ","
  ) -> String {
    var rest = value
    var words: [String] = []
    for (bit, name) in names where value & bit != 0 {
      words.append(name)
      rest &= ~bit
    }
    if rest != 0 || words.isEmpty { words.append("0x\(String(rest, radix: 16))") }
    return words.joined(separator: separator)
  }
}

func big(_ bytes: [UInt8]) -> UInt64 { bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
func little(_ bytes: [UInt8]) -> UInt64 {
  bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
}

func hexadecimal(_ bytes: [UInt8]) -> String {
  "0x" + bytes.map { padded(UInt64($0), 2) }.joined()
}

func padded(_ value: UInt64, _ width: Int) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
