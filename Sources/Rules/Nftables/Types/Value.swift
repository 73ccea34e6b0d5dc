import Netlink

/// Up to 128 bits out of a rule or set, as a number whose highest byte is the first one.
///
/// Kept as two halves for the reason that `IPAddress` has.
struct Value: Equatable {
  private var high: UInt64
  private var low: UInt64
  var bits: Int

  init(_ number: UInt128, bits: Int) {
    high = UInt64(truncatingIfNeeded: number >> 64)
    low = UInt64(truncatingIfNeeded: number)
    self.bits = bits
  }

  var number: UInt128 { UInt128(high) << 64 | UInt128(low) }

  /// Of more than 16 bytes, the first 16.
  init(_ bytes: some Collection<UInt8>) {
    var number = UInt128(0)
    var count = 0
    for byte in bytes.prefix(16) {
      number = number << 8 | UInt128(byte)
      count += 1
    }
    self.init(number, bits: count * 8)
  }

  static func ones(_ bits: Int) -> Value {
    Value(bits >= 128 ? ~0 : (UInt128(1) << UInt128(max(0, bits))) - 1, bits: bits)
  }

  /// The number, where the bytes were in this order.
  func read(_ order: ByteOrder) -> Value {
    guard order == .host, bits > 8 else { return self }
    return Value(number.byteSwapped >> UInt128(128 - wholeBytes * 8), bits: bits)
  }

  var wholeBytes: Int { (bits + 7) / 8 }

  /// The first so many bits.
  func first(_ count: Int) -> Value {
    guard count < bits else { return self }
    return Value(number >> UInt128(bits - count), bits: max(0, count))
  }

  /// What follows the first so many bits.
  func dropping(_ count: Int) -> Value {
    let rest = max(0, bits - count)
    return Value(number & Value.ones(rest).number, bits: rest)
  }

  var bytes: [UInt8] {
    let top = number << UInt128(max(0, 128 - wholeBytes * 8))
    return (0..<min(16, wholeBytes)).map {
      UInt8(truncatingIfNeeded: top >> UInt128(120 - 8 * $0))
    }
  }

  /// All its ones come before all its zeros: then their number, the length of a prefix.
  var prefixLength: Int? {
    let (zeros, ones) = (number.trailingZeroBitCount, number.nonzeroBitCount)
    guard number != 0 else { return 0 }
    return zeros + ones == bits ? ones : nil
  }

  /// Its lowest run of ones.
  var lowestRun: Range<Int>? {
    guard number != 0 else { return nil }
    let low = number.trailingZeroBitCount
    return low..<low + (~(number >> UInt128(low))).trailingZeroBitCount
  }
}
