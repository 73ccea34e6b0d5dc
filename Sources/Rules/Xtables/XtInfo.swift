import Netlink

/// Numbers and texts in an extension's struct, in host order. Each traps beyond the struct's end:
/// whoever asks has looked at its length.
extension XtExtension {
  func half(_ offset: Int) -> UInt16 {
    UInt16(info[offset]) | UInt16(info[offset + 1]) << 8
  }

  func word(_ offset: Int) -> UInt32 {
    UInt32(half(offset)) | UInt32(half(offset + 2)) << 16
  }

  /// `0x4000`
  func hexWord(_ offset: Int) -> String {
    "0x" + String(word(offset), radix: 16)
  }

  /// The text up to the first NUL, or all of it.
  func text(from offset: Int, to end: Int? = nil) -> String {
    String(decoding: info[offset..<(end ?? info.count)].prefix { $0 != 0 }, as: UTF8.self)
  }
}

extension Clause {
  /// An option of iptables that says one thing of a packet.
  init(option: String, _ role: Role, _ value: String, _ isInverted: Bool) {
    self.init(
      role, isInverted ? "! " + option : option, value: value, isInverted: isInverted)
  }
}

/// iptables' sign for what must not be so.
func not(_ flag: Bool) -> String { flag ? "! " : "" }
