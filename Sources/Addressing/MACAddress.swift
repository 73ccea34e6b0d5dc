/// A link-layer address of six bytes, as in `0a:16:00:00:00:02`.
public struct MACAddress: Hashable, Comparable, Sendable {
  /// The six bytes, the first one sent in the highest place; the top 16 bits are zero.
  public let rawValue: UInt64

  public init(rawValue: UInt64) {
    self.rawValue = rawValue & 0xffff_ffff_ffff
  }

  /// Reads six bytes in the order they are sent. Anything of another length is no MAC address.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 6 else { return nil }
    self.init(rawValue: bytes.reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// Reads `0a:16:00:00:00:02`, `0a-16-00-00-00-02` and `0a16.0000.0002`, in either case.
  public init?(_ text: some StringProtocol) {
    guard let bytes = Self.bytes(of: text) else { return nil }
    self.init(bytes: bytes)
  }

  public var bytes: [UInt8] {
    stride(from: 40, through: 0, by: -8).map { UInt8(truncatingIfNeeded: rawValue >> $0) }
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension MACAddress: CustomStringConvertible {
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(17)
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends its text, which is ASCII.
  public func write(to text: inout [UInt8]) {
    for shift: UInt64 in [40, 32, 24, 16, 8, 0] {
      if shift < 40 { text.append(UInt8(ascii: ":")) }
      text.append(digit: UInt8(truncatingIfNeeded: rawValue >> (shift + 4)))
      text.append(digit: UInt8(truncatingIfNeeded: rawValue >> shift))
    }
  }
}
