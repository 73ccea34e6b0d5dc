import Dice
import TestKit
import Testing

@testable import Formats

/// What is read, written and read again is the same.
@Suite struct RoundTripTests {
  @Test(arguments: UInt64(1)...300) func anyValue(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let json = JSON.random(with: &dice)
    let written = Array(json.written.utf8)
    let again = try JSON(written)
    #expect(again == json)
    #expect(Array(again.written.utf8) == written)
  }

  @Test(arguments: UInt64(1)...300) func onOneLine(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let json = JSON.random(with: &dice)
    var writer = JSONWriter()
    writer.value(json)
    #expect(try JSON(writer.bytes) == json)
    #expect(!writer.bytes.contains { $0 < 0x20 || $0 == 0x7f })
  }

  @Test func keysAreEscapedLikeTexts() throws {
    let key = "a\"\\\n\u{1b}[2J\u{202e}"
    var writer = JSONWriter()
    writer.object { $0.field(key, true) }
    #expect(try JSON(writer.bytes)[exactly: key] == .bool(true))
  }

  @Test func whatIsNoNumberIsNull() {
    #expect(JSON.array([.number(.nan), .number(.infinity)]).written == "[\n    null,\n    null\n]")
  }

  @Test(arguments: [
    "conf/10-lab.conflist", "conf/20-old.conf", "bundles/containerd.json", "bundles/docker.json",
  ]) func files(_ name: String) throws {
    let json = try JSON(Fixture.bytes(name))
    #expect(try JSON(Array(json.written.utf8)) == json)
  }
}

extension JSON {
  fileprivate static func random(with dice: inout Dice, depth: Int = 0) -> JSON {
    switch Int.random(in: 0...(depth < 5 ? 8 : 5), using: &dice) {
    case 0: .null
    case 1: .bool(Bool.random(using: &dice))
    case 2: .integer(Int(truncatingIfNeeded: dice.next()))
    case 3: .integer(Int.random(in: -9...9, using: &dice))
    case 4: .number(Double(Int.random(in: -999...999, using: &dice)) + 0.5)
    case 5: .string(text(with: &dice))
    case 6:
      .array(
        (0..<Int.random(in: 0...4, using: &dice)).map { _ in random(with: &dice, depth: depth + 1) }
      )
    case _:
      .object(
        (0..<Int.random(in: 0...4, using: &dice)).map { _ in
          Member(key: text(with: &dice), value: random(with: &dice, depth: depth + 1))
        })
    }
  }

  /// Of letters, signs that JSON escapes, and such as a terminal obeys or hides.
  private static func text(with dice: inout Dice) -> String {
    let signs = Array(
      "ab0 /\\\"\n\t\0\u{1b}\u{7f}\u{9b}é漢🐳\u{202e}\u{2028}\u{e0041}{}[],:".unicodeScalars)
    let count = Int.random(in: 0...12, using: &dice)
    let text = (0..<count).map { _ in signs[Int.random(in: signs.indices, using: &dice)] }
    return String(String.UnicodeScalarView(text))
  }
}
