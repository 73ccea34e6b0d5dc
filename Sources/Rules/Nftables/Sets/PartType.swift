import Netlink

/// The type of a part of a set's keys or data.
struct PartType {
  var type: DataType
  var order: ByteOrder
  var bits: Int

  init(_ type: DataType, _ order: ByteOrder, bits: Int) {
    self.type = type
    self.order = order
    self.bits = bits
  }

  /// In whole bytes; where the type does not say it, one register.
  var bytes: Int { bits > 0 ? (bits + 7) / 8 : 4 }

  /// From nft's note of what a set was made for, or from its number for a type: 6 bits for each part,
  /// the last part lowest.
  ///
  /// A note is wrong that says another length, in bytes, than all parts have.
  private static func list(
    _ number: UInt32, length: UInt32, note: [UInt8]?, order: ByteOrder?
  ) -> [PartType] {
    if let note, let parts = TypeNote(note).parts, Self.length(of: parts) == length {
      return parts
    }
    guard number >= 1 << 6 else { return [one(number, order)] }
    var (rest, parts) = (number, [PartType]())
    while rest > 0 {
      parts.append(one(rest & 0x3f, nil))
      rest >>= 6
    }
    return parts.reversed()
  }

  static func key(of set: NftSet) -> [PartType] {
    list(
      set.keyType, length: set.keyLength, note: set.notes?.keyTypeof, order: set.notes?.keyOrder)
  }

  static func data(of set: NftSet) -> [PartType] {
    list(
      set.dataType, length: set.dataLength, note: set.notes?.dataTypeof,
      order: set.notes?.dataOrder)
  }

  /// Each of several parts fills registers of 4 bytes.
  static func length(of parts: [PartType]) -> Int {
    parts.count == 1 ? parts[0].bytes : parts.reduce(0) { $0 + ($1.bytes + 3) / 4 * 4 }
  }

  private static func one(_ number: UInt32, _ order: ByteOrder?) -> PartType {
    let type = DataType(rawValue: number) ?? .integer
    return PartType(type, order ?? type.order, bits: type.bits)
  }
}
