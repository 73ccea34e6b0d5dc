import Addressing
import Netlink

/// What is not in an extension's struct, and is the same for all of a table.
struct XtContext {
  let isIPv6: Bool
  /// The names of ipsets by the numbers that rules have for them.
  let setNames: [UInt16: String]
}

/// The struct of an extension as the kernel has it, with what one has to know to read it.
///
/// Offsets are in bytes, numbers in host order unless they are called big. Reading beyond the end
/// traps: whoever reads has asked ``isSized(_:)``.
struct XtInfo {
  let revision: UInt32
  private let context: XtContext
  private let bytes: [UInt8]

  init(_ xt: XtExtension, _ context: XtContext) {
    revision = xt.revision
    self.context = context
    bytes = xt.info
  }

  var isIPv6: Bool { context.isIPv6 }

  /// `nil` where the kernel did not say it.
  func setName(_ index: UInt16) -> String? { context.setNames[index] }

  /// Whether it is a struct of this size, in bytes. The kernel fills up to a multiple of 8
  /// (`XT_ALIGN`).
  func isSized(_ size: Int) -> Bool {
    bytes.count >= size && bytes.count <= (size + 7) & ~7
  }

  func byte(_ offset: Int) -> UInt8 { bytes[offset] }

  func half(_ offset: Int) -> UInt16 {
    UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
  }

  func word(_ offset: Int) -> UInt32 {
    UInt32(half(offset)) | UInt32(half(offset + 2)) << 16
  }

  func long(_ offset: Int) -> UInt64 {
    UInt64(word(offset)) | UInt64(word(offset + 4)) << 32
  }

  func bigHalf(_ offset: Int) -> UInt16 { half(offset).byteSwapped }

  func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  /// The text up to the first NUL, or all of it.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].prefix { $0 != 0 }, as: UTF8.self)
  }

  /// A `union nf_inet_addr`, of which IPv4 uses the first 4 of 16 bytes.
  func address(_ offset: Int) -> IPAddress {
    isIPv6 ? address6(offset) : .v4(word(offset).byteSwapped)
  }

  func address4(_ offset: Int) -> IPAddress { .v4(word(offset).byteSwapped) }

  func address6(_ offset: Int) -> IPAddress {
    .v6(high: long(offset).byteSwapped, low: long(offset + 8).byteSwapped)
  }

  /// Two numbers, one behind the other: from here to there.
  func ports(_ offset: Int, not isInverted: Bool = false) -> XtRange<UInt16> {
    XtRange(low: half(offset), high: half(offset + 2), isInverted: isInverted)
  }

  func words(_ offset: Int, not isInverted: Bool = false) -> XtRange<UInt32> {
    XtRange(low: word(offset), high: word(offset + 4), isInverted: isInverted)
  }
}
