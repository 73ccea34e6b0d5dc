/// `xt_u32`: words of a packet, taken from anywhere in it, against numbers.
struct XtU32: XtOpaqueMatch {
  static let name = "u32"
  /// All of them must fit.
  let tests: [Test]
  let isInverted: Bool

  /// `struct xt_u32_test`
  struct Test: Sendable {
    /// What is done one after the other; the first is where to begin.
    let steps: [(operation: UInt8, number: UInt32)]
    /// One of them must fit.
    let values: [XtRange<UInt32>]
  }

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(1984), info.byte(1980) <= 11 else { return nil }
    isInverted = info.byte(1981) != 0
    var tests: [Test] = []
    for start in (0..<Int(info.byte(1980))).map({ $0 * 180 }) {
      let (numbers, values) = (Int(info.byte(start + 176)), Int(info.byte(start + 177)))
      guard (1...11).contains(numbers), values <= 11 else { return nil }
      tests.append(
        Test(
          steps: (0..<numbers).map { start + $0 * 8 }.map { (info.byte($0 + 4), info.word($0)) },
          values: (0..<values).map { info.words(start + 88 + $0 * 8) }))
    }
    self.tests = tests
  }

  func add(to options: inout XtOptions) {
    options.add(
      "--u32", "\"\(tests.map(\.text).joined(separator: "&&"))\"", not: isInverted)
  }
}

extension XtU32.Test {
  /// `0x0&0xffff=0x100:0x200`
  fileprivate var text: String {
    var text = steps.first.map { hex($0.number) } ?? ""
    for step in steps.dropFirst() { text += sign(step.operation) + hex(step.number) }
    let ranges = values.map {
      $0.low == $0.high ? hex($0.low) : "\(hex($0.low)):\(hex($0.high))"
    }
    return "\(text)=\(ranges.joined(separator: ","))"
  }

  private func sign(_ operation: UInt8) -> String {
    switch operation {
    case 0: "&"  // XT_U32_AND
    case 1: "<<"  // XT_U32_LEFTSH
    case 2: ">>"  // XT_U32_RIGHTSH
    case 3: "@"  // XT_U32_AT
    default: "?"
    }
  }
}
