/// Whether an expression fills a register from the packet, or the packet from a register.
///
/// Registers are numbered in words of 4 bytes, 0 through 15, whichever way the message counts.
public enum RegisterUse: Equatable, Sendable {
  case load(into: Int)
  case store(from: Int)
}

extension AttributeReader {
  /// A register, counted in words of 4 bytes: the four old 16-byte ones lie over the new ones.
  func register(_ key: Key) throws(WireError) -> Int? {
    guard let number = try number(key) else { return nil }
    switch number {
    case 1...4: return Int(number - 1) * 4  // NFT_REG_1 through NFT_REG_4
    case 8...23: return Int(number - 8)  // NFT_REG32_00 through NFT_REG32_15
    default: return nil  // NFT_REG_VERDICT
    }
  }

  /// Which of the two registers the message has.
  func use(_ destination: Key, _ source: Key) throws(WireError) -> RegisterUse {
    try use(orNone: destination, source) ?? .load(into: 0)
  }

  /// `nil` where the message has neither.
  func use(orNone destination: Key, _ source: Key) throws(WireError) -> RegisterUse? {
    if let from = try register(source) { return .store(from: from) }
    return try register(destination).map { .load(into: $0) }
  }

  /// An address family, as 32-bit number.
  func family(_ key: Key) throws(WireError) -> NftFamily {
    NftFamily(rawValue: UInt8(truncatingIfNeeded: try number(key) ?? 0))
  }

  /// The expressions that another one carries: one, or a list of them.
  func expressions(_ one: Key, _ list: Key?) throws(WireError) -> [Expression] {
    if let found = try find(one) { return [try Expression(found.nest())] }
    guard let list, let found = try find(list) else { return [] }
    return try Expression.list(found.nest())
  }
}
