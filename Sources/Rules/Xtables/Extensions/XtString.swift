/// `xt_string`: a text anywhere in a packet.
struct XtString: XtOpaqueMatch {
  static let name = "string"
  let pattern: [UInt8]
  let algorithm: String
  /// In bytes from the beginning of the packet, as is `to`.
  let from: UInt16
  let to: UInt16
  let isInverted: Bool
  let ignoresCase: Bool

  init?(_ info: XtInfo) {
    guard info.revision <= 1, info.isSized(160), info.byte(148) <= 128 else { return nil }
    (from, to) = (info.half(0), info.half(2))
    algorithm = info.text(4..<20)
    pattern = Array(info.bytes(20..<20 + Int(info.byte(148))))
    isInverted = info.byte(149) & 1 != 0  // XT_STRING_FLAG_INVERT
    ignoresCase = info.revision == 1 && info.byte(149) & 2 != 0  // XT_STRING_FLAG_IGNORECASE
  }

  func add(to options: inout XtOptions) {
    if isPrintable {
      let text = escaped(String(decoding: pattern, as: UTF8.self), "\"\\")
      options.add("--string", text, not: isInverted)
    } else {
      let digits = pattern.map { zeroPadded(String($0, radix: 16), 2) }.joined()
      options.add("--hex-string", "\"|\(digits)|\"", not: isInverted)
    }
    options.add("--algo", algorithm)
    if from != 0 { options.add("--from", from) }
    if to != .max { options.add("--to", to) }
    if ignoresCase { options.add("--icase") }
  }

  private var isPrintable: Bool {
    pattern.allSatisfy { (0x20...0x7e).contains($0) } && pattern.last != UInt8(ascii: "\\")
  }
}
