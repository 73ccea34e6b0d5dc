/// SHA-512 (FIPS 180-4), by which the reference plugins name what belongs to an attachment.
///
/// Our own, for swift-crypto makes the static binary 2.2 MiB larger, of the 24 MiB it may have.
struct SHA512 {
  private var state: [UInt64] = [
    0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1,
    0x510e_527f_ade6_82d1, 0x9b05_688c_2b3e_6c1f, 0x1f83_d9ab_fb41_bd6b, 0x5be0_cd19_137e_2179,
  ]

  /// The digest in hexadecimal, 128 digits.
  static func hexadecimal(_ text: String) -> String {
    var hash = SHA512()
    let message = padded(Array(text.utf8))
    for start in stride(from: 0, to: message.count, by: blockSize) {
      hash.add(message[start..<start + blockSize])
    }
    return hash.state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// A one, zeros, and the length in bits: section 5.1.2.
  private static func padded(_ bytes: [UInt8]) -> [UInt8] {
    var message = bytes + [0x80]
    let tail = (blockSize + lengthOffset - message.count % blockSize) % blockSize
    message += [UInt8](repeating: 0, count: tail + 8)
    let bits = UInt64(bytes.count) * 8
    return message + (0..<8).reversed().map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) }
  }

  /// Section 6.4.2.
  private mutating func add(_ block: ArraySlice<UInt8>) {
    let words = Self.schedule(block)
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in words.indices {
      let choice = (e & f) ^ (~e & g)
      let mixed = e.rotated(14) ^ e.rotated(18) ^ e.rotated(41)
      let first = h &+ mixed &+ choice &+ SHA512.constants[round] &+ words[round]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let second = (a.rotated(28) ^ a.rotated(34) ^ a.rotated(39)) &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    state = zip(state, [a, b, c, d, e, f, g, h]).map { $0 &+ $1 }
  }

  private static func schedule(_ block: ArraySlice<UInt8>) -> [UInt64] {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 8).map { start in
      block[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    for index in 16..<80 {
      let (near, far) = (words[index - 2], words[index - 15])
      let one = near.rotated(19) ^ near.rotated(61) ^ (near >> 6)
      let zero = far.rotated(1) ^ far.rotated(8) ^ (far >> 7)
      words.append(one &+ words[index - 7] &+ zero &+ words[index - 16])
    }
    return words
  }

  private static let blockSize = 128
  private static let lengthOffset = 112
}

extension UInt64 {
  /// To the right.
  fileprivate func rotated(_ count: UInt64) -> UInt64 { self >> count | self << (64 - count) }
}
