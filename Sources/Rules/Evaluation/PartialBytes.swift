/// Bytes of which some bits may not be known.
struct PartialBytes: Equatable {
  /// What is not known is 0 here.
  var bytes: [UInt8]
  /// A bit for each that is known.
  var known: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    known = [UInt8](repeating: 0xff, count: bytes.count)
  }

  init(unknown count: Int) {
    bytes = [UInt8](repeating: 0, count: count)
    known = bytes
  }

  init(bytes: [UInt8], known: [UInt8]) {
    self.known = known
    self.bytes = zip(bytes, known).map { $0 & $1 }
  }

  var count: Int { bytes.count }
  var isKnown: Bool { known.allSatisfy { $0 == 0xff } }

  /// The least and the greatest that these may be, read as one number.
  var least: [UInt8] { bytes }
  var greatest: [UInt8] { zip(bytes, known).map { $0 | ~$1 } }

  /// Whether these may be, and whether they must be, those others.
  func equals(_ other: [UInt8]) -> Bool? {
    guard other.count <= count else { return false }
    var isCertain = true
    for place in other.indices {
      if (bytes[place] ^ other[place]) & known[place] != 0 { return false }
      if known[place] != 0xff { isCertain = false }
    }
    return isCertain ? true : nil
  }

  /// Whether they lie between two others, as one number each, both included.
  func lies(from low: [UInt8], to high: [UInt8]) -> Bool? {
    let (least, greatest) = (least, greatest)
    if precedes(greatest, low) || precedes(high, least) { return false }
    return precedes(least, low) || precedes(high, greatest) ? nil : true
  }

  /// A part of them; what lies behind their end is not known.
  func part(_ offset: Int, _ length: Int) -> PartialBytes {
    var part = PartialBytes(unknown: length)
    for place in 0..<length where offset + place < count {
      part.bytes[place] = bytes[offset + place]
      part.known[place] = known[offset + place]
    }
    return part
  }

  mutating func replace(at offset: Int, with other: PartialBytes) {
    for place in 0..<other.count where offset + place < count {
      bytes[offset + place] = other.bytes[place]
      known[offset + place] = other.known[place]
    }
  }

  /// `nil`, which is not known, leaves its bytes unknown.
  mutating func set<Number: FixedWidthInteger>(_ number: Number?, at offset: Int) {
    guard let number else { return }
    replace(at: offset, with: PartialBytes(bigEndian(number)))
  }

  /// A number in network order; `nil` unless all of it is known.
  func number<Number: FixedWidthInteger>(at offset: Int, as _: Number.Type) -> Number? {
    let part = part(offset, Number.bitWidth / 8)
    guard part.isKnown else { return nil }
    return part.bytes.reduce(Number(0)) { $0 << 8 | Number(truncatingIfNeeded: $1) }
  }
}

/// In network order.
func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  stride(from: Number.bitWidth - 8, through: 0, by: -8).map {
    UInt8(truncatingIfNeeded: number >> Number($0))
  }
}

/// In host order.
func hostEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  bigEndian(number).reversed()
}

/// Whether one number comes before another of the same length.
func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  for (one, other) in zip(left, right) where one != other { return one < other }
  return false
}
