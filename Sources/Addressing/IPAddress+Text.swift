extension IPAddress {
  /// Reads `10.0.0.1` (four decimal octets, no leading zeros) or any form of RFC 4291, section 2.2.
  public init?(_ text: some StringProtocol) {
    var reader = AddressReader(text)
    guard let address = reader.address() else { return nil }
    self = address
  }
}

extension IPAddress: CustomStringConvertible {
  /// Dotted decimal, or the form of RFC 5952.
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(39)
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends its text, which is ASCII.
  public func write(to text: inout [UInt8]) {
    switch self {
    case .v4(let value): Self.write(octets: value, to: &text)
    case .v6(0, let low) where low >> 32 == 0xffff:
      text.append(contentsOf: "::ffff:".utf8)
      Self.write(octets: UInt32(truncatingIfNeeded: low), to: &text)
    case .v6: Self.write(groups: number, to: &text)
    }
  }

  private static func write(octets value: UInt32, to text: inout [UInt8]) {
    for shift: UInt32 in [24, 16, 8, 0] {
      if shift < 24 { text.append(UInt8(ascii: ".")) }
      text.append(decimal: UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  private static func write(groups value: UInt128, to text: inout [UInt8]) {
    let zeros = longestZeros(in: value)
    for place in 0..<8 where place <= zeros.lowerBound || place >= zeros.upperBound {
      if place > 0 { text.append(UInt8(ascii: ":")) }
      if place == zeros.lowerBound, !zeros.isEmpty {
        if place == 0 { text.append(UInt8(ascii: ":")) }
        if zeros.upperBound == 8 { text.append(UInt8(ascii: ":")) }
      } else {
        text.append(hexadecimal: group(place, of: value))
      }
    }
  }

  private static func group(_ place: Int, of value: UInt128) -> UInt16 {
    UInt16(truncatingIfNeeded: value >> (112 - 16 * place))
  }

  /// The first longest run of at least two zero groups; an empty range at 0 where there is none.
  private static func longestZeros(in value: UInt128) -> Range<Int> {
    var best = 0..<0
    var start = 0
    for place in 0...8 where place == 8 || group(place, of: value) != 0 {
      if place - start > max(best.count, 1) { best = start..<place }
      start = place + 1
    }
    return best
  }
}

extension [UInt8] {
  mutating func append(decimal value: UInt8) {
    if value >= 100 { append(UInt8(ascii: "0") + value / 100) }
    if value >= 10 { append(UInt8(ascii: "0") + value / 10 % 10) }
    append(UInt8(ascii: "0") + value % 10)
  }

  /// Without leading zeros.
  mutating func append(hexadecimal value: UInt16) {
    for shift: UInt16 in [12, 8, 4] where value >> shift != 0 {
      append(digit: UInt8(truncatingIfNeeded: value >> shift))
    }
    append(digit: UInt8(truncatingIfNeeded: value))
  }

  /// The lower half of `value`, in hexadecimal.
  mutating func append(digit value: UInt8) {
    let digit = value & 0xf
    append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
  }
}
