import Foundation
import Testing

@testable import Formats

@Suite struct JSONTests {
  static func read(_ text: String) throws -> JSON { try JSON(Array(text.utf8)) }

  @Test(
    arguments: [
      ("null", JSON.null), (" true ", .bool(true)), ("false", .bool(false)), ("0", .integer(0)),
      ("-12", .integer(-12)), ("9223372036854775807", .integer(.max)), ("1.5e2", .number(150)),
      ("9223372036854775808", .large(9_223_372_036_854_775_808)),
      ("18446744073709551616", .number(18_446_744_073_709_551_616)), ("\"\"", .string("")),
      ("[]", .array([])), ("{}", .object([])),
      ("[1, [2]]", .array([.integer(1), .array([.integer(2)])])),
      (#""a\"\\\/\b\f\n\r\t\u0041""#, .string("a\"\\/\u{8}\u{c}\n\r\tA")),
      (#""\ud83d\ude00 \ud83d é""#, .string("😀 \u{fffd} é")),
    ] as [(String, JSON)]) func reads(_ text: String, _ value: JSON) throws
  {
    #expect(try Self.read(text) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "nulll", "tru e", "01", "-", "1.", "1e", ".5", "+1", "0x1", "1 2", "[1,]",
    "[,1]", "[1 2]",
    "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "{\"a\" 1}", "[", "{", "\"", "\"\\", "\"\\x\"",
    "\"\\u12\"",
    "\"\\u+123\"", "\"\n\"", "]", "}", "[}", "\u{feff}{}", "--1", "'a'", "NaN",
  ]) func refuses(_ text: String) {
    #expect(throws: FormatFailure.self) { try Self.read(text) }
  }

  @Test func saysWhereAndWhy() {
    #expect(throws: FormatFailure.notJSON(offset: 5)) { try Self.read("{\"a\" 1}") }
    #expect(throws: FormatFailure.endsEarly) { try Self.read("{\"a\": [1, 2") }
    #expect(throws: FormatFailure.empty) { try Self.read("\n") }
  }

  @Test func goesSoDeepAndNoDeeper() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    _ = try Self.read(nested(63))
    #expect(throws: FormatFailure.tooDeep(levels: 64)) { try Self.read(nested(65)) }
    #expect(throws: FormatFailure.tooDeep(levels: 64)) {
      try Self.read(String(repeating: "{\"a\":", count: 200_000))
    }
    let skipped = "{\"a\":" + nested(100) + "}"
    #expect(throws: FormatFailure.tooDeep(levels: 64)) {
      try JSON(Array(skipped.utf8), part: .only([:]))
    }
  }

  @Test func takesTheLastOfTwo() throws {
    #expect(try Self.read(#"{"a":1,"a":2}"#)["a"] == .integer(2))
  }

  @Test func survivesBytesThatAreNoText() throws {
    let bytes = [UInt8(ascii: "\"")] + [0xff, 0xc3, 0x28, 0x9b] + [UInt8(ascii: "\"")]
    #expect(try JSON(bytes).text == "\u{fffd}\u{fffd}(\u{fffd}")
  }

  @Test func skipsWhatNobodyAskedFor() throws {
    let text =
      #"{"x": {"y": "}\"]", "z": [1, {"a": -2e9}]}, "a": [3], "n": null, "b": {"c": 1, "d": 2}, "e": "\\"}"#
    let json = try JSON(Array(text.utf8), part: .only(["a": .all, "b": .only(["d": .all])]))
    #expect(
      json
        == .object([
          .init(key: "a", value: .array([.integer(3)])),
          .init(key: "b", value: .object([.init(key: "d", value: .integer(2))])),
        ]))
  }

  /// Foundation's reader is the judge of every damaged byte.
  @Test func agreesWithFoundation() throws {
    let text = #"{"a":[1,-2.5e1,true,null,"x\u00e9\n"],"b":{"c":"d"},"e":[]}"#
    let whole = Array(text.utf8)
    for position in whole.indices {
      for byte in Array("\"\\{}[],:0a. ".utf8) {
        var damaged = whole
        damaged[position] = byte
        let theirs = try? JSONSerialization.jsonObject(
          with: Data(damaged), options: .fragmentsAllowed)
        let ours = try? JSON(damaged)
        #expect((theirs == nil) == (ours == nil), "\(String(decoding: damaged, as: UTF8.self))")
      }
    }
  }
}

@Suite struct Base64Tests {
  @Test func readsWhatFoundationWrites() {
    for count in 0..<70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
      #expect(Base64.encode(bytes) == Data(bytes).base64EncodedString())
      #expect(Base64.decode(Data(bytes).base64EncodedString()) == bytes)
    }
  }

  @Test(arguments: ["A", "AA", "AAA", "AA=A", "====", "A===", "AA!=", "AAAA\n", "é=="])
  func refuses(_ text: String) {
    #expect(Base64.decode(text) == nil)
  }
}
