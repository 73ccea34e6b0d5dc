extension AttributeReader {
  /// The first attribute of that name, wherever this reader stands; `nil` if there is none.
  ///
  /// Nests are small: looking from the start each time costs less than remembering.
  @_lifetime(copy self)
  func find(_ key: Key) throws(WireError) -> Attribute<Key>? {
    var reader = self
    while let attribute = try reader.next() {
      if attribute.type == key.rawValue { return attribute }
    }
    return nil
  }

  /// The bytes of the attribute of that name; none if it is not there.
  @_lifetime(copy self)
  func span(_ key: Key) throws(WireError) -> Span<UInt8> {
    if let attribute = try find(key) { return attribute.value }
    return Span()
  }

  /// A 32-bit number in network order, which is how nftables writes numbers.
  func number(_ key: Key) throws(WireError) -> UInt32? {
    guard let attribute = try find(key) else { return nil }
    return try attribute.uint32(.network)
  }

  /// A 64-bit number in network order.
  func wide(_ key: Key) throws(WireError) -> UInt64? {
    guard let attribute = try find(key) else { return nil }
    return try attribute.uint64(.network)
  }

  func text(_ key: Key) throws(WireError) -> String? {
    guard let attribute = try find(key) else { return nil }
    return attribute.string()
  }

  func bytes(_ key: Key) throws(WireError) -> [UInt8]? {
    guard let attribute = try find(key) else { return nil }
    return attribute.bytes()
  }
}
