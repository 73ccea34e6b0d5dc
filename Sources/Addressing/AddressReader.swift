/// Reads the text of an address from left to right.
struct AddressReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: some StringProtocol) {
    self.init(Array(text.utf8)[...])
  }

  init(_ text: ArraySlice<UInt8>) {
    rest = text
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// All of it: `10.0.0.1` (four decimal octets, no leading zeros) or any form of RFC 4291, section
  /// 2.2.
  mutating func address() -> IPAddress? {
    guard rest.contains(UInt8(ascii: ":")) else {
      return octets().flatMap { isAtEnd ? .v4($0) : nil }
    }
    return groups().map { .v6($0) }
  }

  /// A number of 1 to `digits` digits, and no sign.
  mutating func number(radix: UInt32, digits: Int) -> UInt32? {
    var value: UInt32 = 0
    var count = 0
    while let digit = rest.first.flatMap({ Self.value(of: $0) }), digit < radix {
      guard count < digits else { return nil }
      value = value * radix + digit
      count += 1
      rest.removeFirst()
    }
    return count > 0 ? value : nil
  }

  private mutating func takes(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func octets() -> UInt32? {
    var value: UInt32 = 0
    for place in 0..<4 {
      guard place == 0 || takes("."), let octet = octet() else { return nil }
      value = value << 8 | octet
    }
    return value
  }

  private mutating func octet() -> UInt32? {
    let start = rest
    guard let value = number(radix: 10, digits: 3), value <= 255 else { return nil }
    let hasLeadingZero = start.first == UInt8(ascii: "0") && start.count > rest.count + 1
    return hasLeadingZero ? nil : value
  }

  /// Groups of 16 bits; the last two may stand as octets, and `::` for one or more of zero.
  private mutating func groups() -> UInt128? {
    var value: UInt128 = 0
    var count = 0
    var gap: Int?
    if takes(":") {
      guard takes(":") else { return nil }
      gap = 0
    }
    while !isAtEnd, count < 8 {
      if let octets = tail() {
        value = value << 32 | UInt128(octets)
        count += 2
        break
      }
      guard let group = number(radix: 16, digits: 4) else { return nil }
      value = value << 16 | UInt128(group)
      count += 1
      guard !isAtEnd else { break }
      guard takes(":"), !isAtEnd else { return nil }
      if takes(":") {
        guard gap == nil else { return nil }
        gap = count
      }
    }
    guard isAtEnd else { return nil }
    guard let gap else { return count == 8 ? value : nil }
    return count < 8 ? Self.widened(value, at: gap, of: count) : nil
  }

  /// The octets at the end of an IPv6 address: nothing is taken where there are none.
  private mutating func tail() -> UInt32? {
    var reader = self
    guard let octets = reader.octets(), reader.isAtEnd else { return nil }
    self = reader
    return octets
  }

  /// Puts zeros between the first `gap` groups and the others, so that there are eight.
  private static func widened(_ value: UInt128, at gap: Int, of count: Int) -> UInt128 {
    let behind = 16 * (count - gap)
    let head = value >> behind
    return head << (128 - 16 * gap) | value & ~(UInt128.max << behind)
  }

  private static func value(of digit: UInt8) -> UInt32? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(digit - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(digit - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
