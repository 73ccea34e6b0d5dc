import Foundation
import Testing

@testable import Formats

@Suite struct JSONWriterTests {
  private func text(indented: Bool = false, _ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(indent: indented ? 2 : nil)
    json.object(body)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func separatesAndNests() {
    let text = text { json in
      json.field("name", "a")
      json.field("nothing", String?.none)
      json.object("inner") { $0.field("yes", true) }
      json.list("words", ["x", "y"])
      json.list("items", [1, 2]) { $0.field("n", $1) }
      json.list("empty", [])
    }
    #expect(
      text == """
        {"name":"a","inner":{"yes":true},"words":["x","y"],"items":[{"n":1},{"n":2}],"empty":[]}
        """)
  }

  @Test func indentsForPeople() {
    let text = text(indented: true) { json in
      json.object("inner") { $0.field("yes", true) }
      json.list("words", ["x", "y"])
      json.list("empty", [])
    }
    #expect(
      text == """
        {
          "inner": {
            "yes": true
          },
          "words": [
            "x",
            "y"
          ],
          "empty": []
        }
        """)
  }

  @Test(arguments: [
    ("\"\\", #"\"\\"#), ("\n\t\0", #"\u000a\u0009\u0000"#), ("\u{1b}[2J", #"\u001b[2J"#),
    ("\u{7f}\u{9b}31m", #"\u007f\u009b31m"#), ("\u{202e}abc", #"\u202eabc"#),
    ("\u{e0041}", #"\udb40\udc41"#), ("ü 漢 🐳", "ü 漢 🐳"), ("\u{2028}", #"\u2028"#),
  ]) func escapesWhatIsNotSeen(_ value: String, _ escaped: String) throws {
    let text = text { $0.field("v", value) }
    #expect(text == #"{"v":""# + escaped + #""}"#)
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String]
    #expect(parsed?["v"]?.unicodeScalars.elementsEqual(value.unicodeScalars) == true)
  }

  @Test func writesEveryWidthOfNumber() {
    #expect(
      text {
        $0.field("a", UInt64.max)
        $0.field("b", Int32.min)
      } == #"{"a":18446744073709551615,"b":-2147483648}"#)
  }
}
