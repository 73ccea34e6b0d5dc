import Addressing
import Netlink

/// Values of one type as nft writes them.
struct ValueText {
  let type: DataType
  let names: NodeNames
  /// Without names for numbers, as within a span.
  var isNumeric = false

  func text(_ value: Value) -> String {
    switch type {
    case .ipv4, .ipv6: address(value)
    case .ether, .linkAddress: value.bytes.map { padded(UInt64($0), 2) }.joined(separator: ":")
    case .string, .interfaceName: "\"" + string(value) + "\""
    case .bitmask, .raw: "0x" + String(value.number, radix: 16)
    case .time: isNumeric ? "\(number(value) / 1000)s" : durationText(number(value))
    case .date: dateText(value)
    case .hour: hourText(value)
    case .classID: classText(UInt32(truncatingIfNeeded: value.number))
    case .connectionLabel: "\(value.number.trailingZeroBitCount)"
    case .interfaceIndex:
      names.interface(UInt32(truncatingIfNeeded: value.number)).map { "\"\($0)\"" }
        ?? "\(value.number)"
    default: (isNumeric ? nil : symbol(value)) ?? numeric(value)
    }
  }

  /// The names of the bits that are set, the lowest first.
  func flags(_ value: Value) -> [String] {
    guard value.number != 0 else { return [text(value)] }
    var (rest, words) = (value.number, [String]())
    while rest != 0 {
      let bit = rest & (~rest &+ 1)
      words.append(text(Value(bit, bits: value.bits)))
      rest ^= bit
    }
    return words
  }

  private func symbol(_ value: Value) -> String? {
    switch type {
    case .transport: transportName(UInt8(truncatingIfNeeded: value.number))
    case .interfaceGroup: named(names.groups, value)
    case .realm: named(names.realms, value)
    case .weekday: Symbols.weekdays[number(value)].map { "\"\($0)\"" }
    default: symbols?[number(value)]
    }
  }

  private var symbols: SymbolTable? {
    switch type {
    case .etherType: Symbols.etherTypes
    case .family: Symbols.families
    case .arpOperation: Symbols.arpOperations
    case .icmpType: Symbols.icmpTypes
    case .icmpv6Type: Symbols.icmpv6Types
    case .icmpCode: Symbols.icmpCodes
    case .icmpv6Code: Symbols.icmpv6Codes
    case .icmpxCode: Symbols.icmpxCodes
    case .igmpType: Symbols.igmpTypes
    case .tcpFlags: Symbols.tcpFlags
    case .dccpType: Symbols.dccpTypes
    case .mobilityType: Symbols.mobilityTypes
    case .interfaceType: Symbols.interfaceTypes
    case .connectionState: Symbols.connectionStates
    case .connectionStatus: Symbols.connectionStatuses
    case .connectionEvents: Symbols.connectionEvents
    case .connectionDirection: Symbols.directions
    case .packetType: Symbols.packetTypes
    case .dscp: Symbols.dscp
    case .ecn: Symbols.ecn
    case .addressType: Symbols.addressTypes
    case .boolean: Symbols.presence
    default: nil
    }
  }

  private func numeric(_ value: Value) -> String {
    switch type {
    case .mark: "0x" + padded(number(value), 8)
    case .etherType: "0x" + padded(number(value), 4)
    case .dscp: "0x" + padded(number(value), 2)
    case .ecn, .tcpFlags, .connectionState, .connectionStatus, .connectionEvents:
      "0x" + String(value.number, radix: 16)
    default: "\(value.number)"
    }
  }

  private func number(_ value: Value) -> UInt64 { UInt64(truncatingIfNeeded: value.number) }

  private func named(_ names: [UInt32: String], _ value: Value) -> String? {
    names[UInt32(truncatingIfNeeded: value.number)].map { "\"\($0)\"" }
  }

  /// The C library writes an IPv6 address that has but its last 32 bits as if it were made of IPv4's.
  private func address(_ value: Value) -> String {
    guard type == .ipv6, let tail = UInt32(exactly: value.number & 0xffff_ffff),
      value.number >> 32 == 0,
      tail > 0xffff
    else { return "\((type == .ipv4 ? IPAddress.Family.v4 : .v6).address(value.number))" }
    return "::\(IPAddress.v4(tail))"
  }

  /// Bytes up to the first zero. One without a zero is a wildcard; a star of its own is escaped.
  private func string(_ value: Value) -> String {
    let bytes = value.bytes
    let letters = bytes.prefix { $0 != 0 }
    let text = String(decoding: letters, as: UTF8.self)
    if letters.count == bytes.count { return text + "*" }
    return text.hasSuffix("*") ? text.dropLast() + "\\*" : text
  }

  /// `TC_H_*`: major and minor number.
  private func classText(_ handle: UInt32) -> String {
    switch handle {
    case 0xffff_ffff: "root"  // TC_H_ROOT
    case 0: "none"  // TC_H_UNSPEC
    default: "\(String(handle >> 16, radix: 16)):\(String(handle & 0xffff, radix: 16))"
    }
  }
}

/// The number that bytes in the host's order are.
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
