extension MACAddress {
  /// The bytes of a link-layer address in any of the forms that Go reads (net, `ParseMAC`): pairs of digits
  /// with colons or dashes between them, or groups of four with dots. Six make a MAC address; eight (EUI-64)
  /// and twenty (IP over InfiniBand) are addresses of other links. `nil` for anything else.
  public static func bytes(of text: some StringProtocol) -> [UInt8]? {
    let signs = Array(text.utf8)
    guard signs.count >= 14 else { return nil }
    return switch (signs[2], signs[4]) {
    case (UInt8(ascii: ":"), _), (UInt8(ascii: "-"), _): bytes(signs, digits: 2, between: signs[2])
    case (_, UInt8(ascii: ".")): bytes(signs, digits: 4, between: signs[4])
    case (_, _): nil
    }
  }

  private static func bytes(_ signs: [UInt8], digits: Int, between mark: UInt8) -> [UInt8]? {
    let groups = signs.split(separator: mark, omittingEmptySubsequences: false)
    guard [6, 8, 20].contains(groups.count * digits / 2) else { return nil }
    var bytes: [UInt8] = []
    for group in groups {
      guard group.count == digits else { return nil }
      for start in stride(from: group.startIndex, to: group.endIndex, by: 2) {
        guard let high = digit(group[start]), let low = digit(group[start + 1]) else { return nil }
        bytes.append(high << 4 | low)
      }
    }
    return bytes
  }

  private static func digit(_ sign: UInt8) -> UInt8? {
    switch sign {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): sign - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): sign - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): sign - UInt8(ascii: "A") + 10
    case _: nil
    }
  }
}
