import Addressing

extension Packet {
  /// Reads `tcp 10.22.0.5:4000 > 10.96.0.1:443 in cni0`: a protocol, where from, where to, and what
  /// else is known of it. The interface has only its name.
  ///
  /// - Throws: ``PacketTextError``, which says in one line what is wrong.
  public init(text: String) throws(PacketTextError) {
    var words = text.split(separator: " ").map(String.init)[...]
    guard words.count >= 4 else { throw .form }
    let (name, from, arrow, to) =
      (words.removeFirst(), words.removeFirst(), words.removeFirst(), words.removeFirst())
    guard arrow == ">" else { throw .form }
    let source = try Endpoint(from)
    let destination = try Endpoint(to)
    guard source.address.family == destination.address.family else { throw .families }
    self.init(source.address.family)
    (self.source, self.destination) = (source.address, destination.address)
    (sourcePort, destinationPort) = (source.port, destination.port)
    transport = try Self.transport(name, family)
    guard (sourcePort ?? destinationPort) == nil || Self.hasPorts(transport ?? 0) else {
      throw .ports(name)
    }
    setUsual()
    var isPlaced = false
    while let word = words.popFirst() { isPlaced = try take(word, &words) || isPlaced }
    guard isPlaced else { throw .place }
  }

  /// What a connection's first packet has, unless it is told otherwise.
  private mutating func setUsual() {
    mark = 0
    tracking = .new
    if transport == 6 { tcpFlags = 0x02 }
    if isICMP { icmp = ICMP(type: family == .v4 ? 8 : 128, code: 0) }
  }

  private static func transport(
    _ name: String, _ family: IPAddress.Family
  ) throws(PacketTextError) -> UInt8 {
    switch name {
    case "tcp": return 6
    case "udp": return 17
    case "sctp": return 132
    case "icmp", "icmpv6": return family == .v4 ? 1 : 58
    default:
      guard let number = UInt8(name) else { throw .transport(name) }
      return number
    }
  }

  /// Takes one of the words behind the addresses with its value; whether it says where the packet is.
  private mutating func take(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(PacketTextError) -> Bool {
    if word == "from-host" {
      socket = .unknown
      return true
    }
    guard let value = rest.popFirst() else { throw .missing(word) }
    switch word {
    case "in":
      inInterface = PacketInterface(name: value)
      if link.packetType == nil { link.packetType = 0 }
      return true
    case "port": bridgePort = PacketInterface(name: value)
    case "out": outInterface = PacketInterface(name: value)
    case "mark": mark = try Self.number(word, value)
    case "ctmark":
      let mark: UInt32 = try Self.number(word, value)
      tracking.change { $0.mark = mark }
    case "state": tracking = try Self.tracking(value)
    case "type": icmp.type = try Self.number(word, value)
    case "code": icmp.code = try Self.number(word, value)
    case "id": icmp.id = try Self.number(word, value)
    case "flags": tcpFlags = try Self.flags(value)
    case "length": length = try Self.number(word, value)
    case "ttl": hopLimit = try Self.number(word, value)
    case "tos": trafficClass = try Self.number(word, value)
    case "mac":
      guard let address = MACAddress(value) else { throw .value(word, value) }
      link.source = address
    default: throw .word(word)
    }
    return false
  }

  /// Decimal, or hexadecimal behind `0x`.
  private static func number<Number: FixedWidthInteger>(
    _ word: String, _ text: String
  ) throws(PacketTextError) -> Number {
    let isHex = text.hasPrefix("0x")
    let digits = isHex ? text.dropFirst(2) : text[...]
    guard let number = Number(digits, radix: isHex ? 16 : 10) else { throw .value(word, text) }
    return number
  }

  private static func tracking(_ text: String) throws(PacketTextError) -> Tracking {
    switch text {
    case "new": return .new
    case "established": return .connection(Connection(.established))
    case "related": return .connection(Connection(.related))
    case "invalid": return .none
    case "untracked": return .untracked
    default: throw .value("state", text)
    }
  }

  private static func flags(_ text: String) throws(PacketTextError) -> UInt8 {
    let names = ["fin", "syn", "rst", "psh", "ack", "urg", "ecn", "cwr"]
    var flags: UInt8 = 0
    for name in text.split(separator: ",") {
      guard let bit = names.firstIndex(of: String(name)) else { throw .value("flags", text) }
      flags |= 1 << UInt8(bit)
    }
    return flags
  }
}

/// Why a packet's description was not understood, in one line.
public struct PacketTextError: Error, Equatable, CustomStringConvertible {
  public var description: String

  public static func interface(_ name: String) -> Self {
    Self(description: "there is no interface '\(name)'")
  }

  static let form = Self(
    description: "a packet is told as 'tcp 10.0.0.1:4000 > 10.0.0.2:80 in eth0'")
  static let families = Self(description: "one address is IPv4, the other IPv6")
  static let place = Self(
    description: "say where the packet comes in ('in eth0'), or 'from-host'")
  static func transport(_ name: String) -> Self {
    Self(description: "'\(name)' is no protocol: tcp, udp, sctp, icmp, or a number")
  }
  static func ports(_ name: String) -> Self { Self(description: "\(name) has no ports") }
  static func endpoint(_ text: String) -> Self {
    Self(description: "'\(text)' is no address: 10.0.0.1, 10.0.0.1:80, fd00::1 or [fd00::1]:80")
  }
  static func missing(_ word: String) -> Self { Self(description: "'\(word)' lacks its value") }
  static func value(_ word: String, _ value: String) -> Self {
    Self(description: "'\(value)' is no value for '\(word)'")
  }
  static func word(_ word: String) -> Self {
    Self(
      description:
        "'\(word)' is not known: in, port, from-host, out, mark, ctmark, state, type, code, id, flags, length, ttl, tos, mac"
    )
  }
}

/// An address, and a port where there is one.
private struct Endpoint {
  var address: IPAddress
  var port: UInt16?

  init(_ text: String) throws(PacketTextError) {
    if let address = IPAddress(text) {
      self.address = address
      return
    }
    guard let colon = text.lastIndex(of: ":"),
      let port = UInt16(text[text.index(after: colon)...])
    else { throw .endpoint(text) }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard let address = IPAddress(host) else { throw .endpoint(text) }
    (self.address, self.port) = (address, port)
  }
}
