import Addressing

/// The length of a mask of ones then zeros; `nil` for any other, and for more than 16 bytes.
func maskLength(_ mask: [UInt8]) -> UInt8? {
  guard mask.count <= 16 else { return nil }
  let number = mask.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
  return maskLength(number << (128 - 8 * mask.count))
}

extension IPAddress {
  /// The length of the prefix that this is the mask of; `nil` where ones come after zeros.
  var maskLength: UInt8? {
    Rules.maskLength(number << (128 - Int(family.bitWidth)))
  }
}

/// `mask` begins at the highest bit.
private func maskLength(_ mask: UInt128) -> UInt8? {
  let ones = (~mask).leadingZeroBitCount
  guard mask == ~UInt128(0) << (128 - ones) else { return nil }
  return UInt8(truncatingIfNeeded: ones)
}
