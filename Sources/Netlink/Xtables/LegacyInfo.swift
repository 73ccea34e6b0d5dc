/// The answer to `IPT_SO_GET_INFO`, `struct ipt_getinfo`; IPv6 has the same.
public struct LegacyInfo: Equatable, Sendable {
  /// A bit for each of `NF_INET_*` that the table is called from.
  public var hooks: UInt32
  /// Where each of those enters, in bytes.
  public var entries: [Int]
  /// Size of all entries, in bytes.
  public var size: Int

  /// The length of the struct.
  public static let length = 84

  public init(_ bytes: Span<UInt8>) throws(WireError) {
    guard bytes.count >= Self.length else {
      throw .shortMessage(need: Self.length, have: bytes.count)
    }
    hooks = bytes.uint32(at: 32)
    entries = (0..<5).map { Int(bytes.uint32(at: 36 + $0 * 4)) }
    size = Int(bytes.uint32(at: 80))
  }
}
