/// An address together with the length of its network part, as in `10.88.0.2/16`.
///
/// The host bits are kept: `10.88.0.2/16` and `10.88.0.0/16` are different values, and
/// ``network`` turns the first into the second.
public struct Prefix: Hashable, Sendable {
  public var address: IPAddress
  /// Length of the network part in bits, 0 through the width of the family.
  public var length: UInt8

  /// `nil` for a length the family does not have.
  public init?(_ address: IPAddress, length: UInt8) {
    guard length <= address.family.bitWidth else { return nil }
    self.address = address
    self.length = length
  }

  /// Reads `10.88.0.2/16` or `fd00::1/64`.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    var left = AddressReader(bytes[..<slash])
    var right = AddressReader(bytes[(slash + 1)...])
    guard let address = left.address(), let length = right.number(radix: 10, digits: 3),
      right.isAtEnd, length <= UInt8.max
    else { return nil }
    self.init(address, length: UInt8(length))
  }

  /// The address alone, with the whole of it as its network part.
  public init(host address: IPAddress) {
    self.address = address
    self.length = address.family.bitWidth
  }

  /// The prefix with its host bits cleared.
  public var network: Prefix {
    var copy = self
    copy.address = address.family.address(address.number & mask)
    return copy
  }

  public func contains(_ other: IPAddress) -> Bool {
    other.family == address.family && other.number & mask == address.number & mask
  }

  /// Every address of the network, its first and its last included.
  public var addresses: AddressRange {
    let first = address.number & mask
    let family = address.family
    return AddressRange(
      first: family.address(first), last: family.address(first | hostMask))
  }

  /// Whether the whole address is network: `/32` or `/128`.
  public var isHost: Bool { length == address.family.bitWidth }

  private var hostMask: UInt128 {
    let hostBits = address.family.bitWidth - length
    return hostBits == 128 ? .max : (1 << UInt128(hostBits)) - 1
  }

  private var mask: UInt128 { ~hostMask }
}

extension Prefix: CustomStringConvertible {
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(43)
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends its text, which is ASCII.
  public func write(to text: inout [UInt8]) {
    address.write(to: &text)
    text.append(UInt8(ascii: "/"))
    text.append(decimal: length)
  }
}

extension Prefix: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    (left.address, left.length) < (right.address, right.length)
  }
}
