/// `ip6t_hbh`: the header of options for every hop.
struct XtHbh: XtOpaqueMatch {
  static let name = "hbh"
  let header: XtOptionsHeader

  init?(_ info: XtInfo) {
    guard let header = XtOptionsHeader(info) else { return nil }
    self.header = header
  }

  func add(to options: inout XtOptions) {
    header.add("--hbh-len", "--hbh-opts", to: &options)
  }
}

/// `struct ip6t_opts`: a header of IPv6 with options.
struct XtOptionsHeader: Sendable {
  /// In bytes; `nil` for any.
  let length: UInt32?
  let isLengthInverted: Bool
  let hasOptions: Bool
  /// In the upper byte the type, in the lower one the length, 255 for any.
  let options: [UInt16]

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(40), info.byte(38) <= 16 else { return nil }
    let flags = info.byte(4)
    length = flags & 1 != 0 ? info.word(0) : nil  // IP6T_OPTS_LEN
    hasOptions = flags & 2 != 0  // IP6T_OPTS_OPTS
    isLengthInverted = info.byte(5) & 1 != 0  // IP6T_OPTS_INV_LEN
    options = (0..<Int(info.byte(38))).map { info.half(6 + $0 * 2) }
  }

  func add(_ lengthOption: String, _ optionsOption: String, to text: inout XtOptions) {
    if let length { text.add(lengthOption, length, not: isLengthInverted) }
    if hasOptions { text.add(optionsOption) }
    guard !options.isEmpty else { return }
    let words = options.map { $0 & 0xff == 0xff ? "\($0 >> 8)" : "\($0 >> 8):\($0 & 0xff)" }
    text.add(words.joined(separator: ","))
  }
}
