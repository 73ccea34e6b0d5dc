public import Addressing

/// Appends attributes; lengths and padding take care of themselves.
public struct AttributeWriter<Key: AttributeKey>: Sendable {
  private(set) var bytes: [UInt8] = []

  public mutating func add(
    _ key: Key, _ value: some FixedWidthInteger & UnsignedInteger, _ order: ByteOrder = .host
  ) {
    append(key) { $0.append(integer: order.arrange(value)) }
  }

  public mutating func add(_ key: Key, _ text: String) {
    append(key) { $0 += Array(text.utf8) + [0] }
  }

  public mutating func add(_ key: Key, _ value: [UInt8]) {
    append(key) { $0 += value }
  }

  /// An address in as many bytes as its family has.
  public mutating func add(_ key: Key, _ address: IPAddress) {
    add(key, address.bytes)
  }

  public mutating func nest<Inner: AttributeKey>(
    _ key: Key, of _: Inner.Type = Inner.self, _ fill: (inout AttributeWriter<Inner>) -> Void
  ) {
    nest(key, after: [], fill)
  }

  /// Attributes that follow a fixed header of their own.
  mutating func nest<Inner: AttributeKey>(
    _ key: Key, after header: [UInt8], _ fill: (inout AttributeWriter<Inner>) -> Void
  ) {
    var inner = AttributeWriter<Inner>()
    fill(&inner)
    append(key) { $0 += header + inner.bytes }
  }

  /// Writes a header whose length is filled in once the value is there, then pads to 4 bytes.
  private mutating func append(_ key: Key, value write: (inout [UInt8]) -> Void) {
    let start = bytes.count
    bytes.append(integer: UInt16(0))
    bytes.append(integer: key.rawValue)
    write(&bytes)
    let length = UInt16(bytes.count - start)
    bytes[start] = UInt8(truncatingIfNeeded: length)
    bytes[start + 1] = UInt8(truncatingIfNeeded: length >> 8)
    bytes += Array(repeating: 0, count: aligned(bytes.count) - bytes.count)
  }
}

extension [UInt8] {
  /// Appends `value` in host order.
  mutating func append(integer value: some FixedWidthInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
