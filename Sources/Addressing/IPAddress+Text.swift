extension IPAddress {
  /// Reads `10.0.0.1` (four decimal octets, no leading zeros) or any form of RFC 4291, section 2.2.
  public init?(_ text: some StringProtocol) {
    if text.utf8.contains(UInt8(ascii: ":")) {
      guard let value = Self.groups(of: text) else { return nil }
      self = .v6(value)
    } else {
      guard let value = Self.octets(of: text) else { return nil }
      self = .v4(value)
    }
  }

  private static func octets(of text: some StringProtocol) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var value: UInt32 = 0
    for part in parts {
      guard let octet = number(part, radix: 10, digits: 1...3), octet <= 255 else { return nil }
      guard part.utf8.count == 1 || !part.hasPrefix("0") else { return nil }
      value = value << 8 | octet
    }
    return value
  }

  private static func groups(of text: some StringProtocol) -> UInt128? {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count >= 3 else { return nil }
    if let last = parts.last, last.utf8.contains(UInt8(ascii: ".")) {
      guard let tail = octets(of: last) else { return nil }
      parts[parts.count - 1] = String(tail >> 16, radix: 16)
      parts.append(String(tail & 0xffff, radix: 16))
    }
    if parts.first == "" {
      guard parts[1] == "" else { return nil }
      parts.removeFirst()
    }
    if parts.last == "" {
      guard parts[parts.count - 2] == "" else { return nil }
      parts.removeLast()
    }
    let gaps = parts.indices.filter { parts[$0] == "" }
    guard gaps.count <= 1 else { return nil }
    if let gap = gaps.first {
      guard parts.count <= 8 else { return nil }
      parts.replaceSubrange(gap...gap, with: Array(repeating: "0", count: 9 - parts.count))
    }
    guard parts.count == 8 else { return nil }
    var value: UInt128 = 0
    for part in parts {
      guard let group = number(part, radix: 16, digits: 1...4) else { return nil }
      value = value << 16 | UInt128(group)
    }
    return value
  }

  /// Digits alone: `UInt32(_:radix:)` would also take a sign.
  private static func number(
    _ text: some StringProtocol, radix: Int, digits: ClosedRange<Int>
  ) -> UInt32? {
    guard digits.contains(text.utf8.count), !text.hasPrefix("+") else { return nil }
    return UInt32(text, radix: radix)
  }
}

extension IPAddress: CustomStringConvertible {
  /// Dotted decimal, or the form of RFC 5952.
  public var description: String {
    switch self {
    case .v4(let value):
      "\(value >> 24).\(value >> 16 & 0xff).\(value >> 8 & 0xff).\(value & 0xff)"
    case .v6(0, let low) where low >> 32 == 0xffff:
      "::ffff:\(IPAddress.v4(UInt32(truncatingIfNeeded: low)))"
    case .v6: Self.text(of: number)
    }
  }

  private static func text(of value: UInt128) -> String {
    let groups = stride(from: 112, through: 0, by: -16).map {
      UInt16(truncatingIfNeeded: value >> $0)
    }
    let zeros = longestZeros(in: groups)
    let head = groups[..<zeros.lowerBound].map { String($0, radix: 16) }.joined(separator: ":")
    let tail = groups[zeros.upperBound...].map { String($0, radix: 16) }.joined(separator: ":")
    return zeros.isEmpty ? tail : head + "::" + tail
  }

  /// The first longest run of at least two zero groups; an empty range at 0 where there is none.
  private static func longestZeros(in groups: [UInt16]) -> Range<Int> {
    var best = 0..<0
    var start = 0
    for index in 0...groups.count where index == groups.count || groups[index] != 0 {
      if index - start > max(best.count, 1) { best = start..<index }
      start = index + 1
    }
    return best
  }
}
