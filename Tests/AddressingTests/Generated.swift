import Addressing
import Dice
import Glibc

/// Addresses and texts as they come, the same in every run.
enum Generated {
  /// Many of them have runs of zeros, or an IPv4 address at the end.
  static let addresses: [IPAddress] = {
    var dice = Dice(seed: 4)
    return (0..<2000).map { _ in address(&dice) }
  }()

  /// Texts of addresses, and the same with a sign changed, doubled or taken out.
  static let texts: [String] = {
    var dice = Dice(seed: 6)
    return addresses.map(\.description) + (0..<20_000).map { _ in text(&dice) }
  }()

  static let prefixes: [Prefix] = {
    var dice = Dice(seed: 8)
    return addresses.compactMap {
      Prefix($0, length: UInt8.random(in: 0...$0.family.bitWidth, using: &dice))
    }
  }()

  private static func address(_ dice: inout Dice) -> IPAddress {
    if Bool.random(using: &dice) { return .v4(UInt32.random(in: 0...(.max), using: &dice)) }
    var number: UInt128 = 0
    for _ in 0..<8 {
      let group =
        UInt16.random(in: 0...(.max), using: &dice) >> UInt16.random(in: 0..<16, using: &dice)
      number = number << 16 | (Bool.random(using: &dice) ? UInt128(group) : 0)
    }
    let isMapped = Int.random(in: 0..<10, using: &dice) == 0
    return .v6(isMapped ? number & 0xffff_ffff | 0xffff << 32 : number)
  }

  private static func text(_ dice: inout Dice) -> String {
    var signs = Array((addresses.randomElement(using: &dice)?.description ?? "").utf8)
    for _ in 0...Int.random(in: 0..<3, using: &dice) {
      let place = Int.random(in: 0..<max(signs.count, 1), using: &dice)
      let sign = Array("0159afAFgx:./ %-+".utf8).randomElement(using: &dice) ?? 0
      switch Int.random(in: 0..<3, using: &dice) {
      case 0 where !signs.isEmpty: signs[place] = sign
      case 1 where !signs.isEmpty: signs.remove(at: place)
      default: signs.insert(sign, at: min(place, signs.count))
      }
    }
    return String(decoding: signs, as: UTF8.self)
  }
}

/// What the C library makes of addresses.
enum CLibrary {
  static func address(_ text: String) -> IPAddress? {
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: count)
      if unsafe inet_pton(family, text, &bytes) == 1 { return IPAddress(bytes: bytes) }
    }
    return nil
  }

  static func text(_ address: IPAddress) -> String? {
    var text = [CChar](repeating: 0, count: 64)
    let family = address.family == .v4 ? AF_INET : AF_INET6
    guard unsafe inet_ntop(family, address.bytes, &text, 64) != nil else { return nil }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
