import Formats
import Foundation
import LabKit
import Quoting
import Testing

/// What the languages' own readers make of names.
@Suite struct FormatTests {
  @Test func jsonStringsComeBack() throws {
    for name in Hostile.all {
      let read = try JSONSerialization.jsonObject(
        with: Data(name.jsonString.utf8), options: .fragmentsAllowed)
      #expect((read as? String)?.scalars == name.scalars)
      #expect(!name.jsonString.unicodeScalars.contains { isObeyed($0) })
    }
  }

  @Test func somebodyElsesJSONIsShownWithTheSameValue() throws {
    let text = "{\"a\":\t\"\u{9b}31m\u{202e}é\",\r\n \"b\": 0.10}"
    let shown = String(decoding: Array(text.utf8).shownJSON, as: UTF8.self)
    #expect(shown == "{\"a\":\t\"\\u009b31m\\u202eé\", \n \"b\": 0.10}")
    #expect(String(decoding: Array("\u{1b}[2J".utf8).shownJSON, as: UTF8.self) == #"\u001b[2J"#)
  }

  @Test func tomlStringsComeBack() throws {
    for name in Hostile.all {
      let read = try TOML(Array("key = \(name.tomlString)\n".utf8))["key"]
      #expect(read?.text?.scalars == name.scalars)
    }
  }

  @Test func mermaidLabelsComeBackButForWhatIsNotSeen() {
    #expect("a\"]; \\ b\nc".mermaidLabel == "\"a#34;#93;#59; #92; b c\"")
    #expect("\"\u{301}\u{1b}".mermaidLabel == "\"#34;#769;#183;\"")
    let harmless = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: " ./:-_,#;"))
    for name in Hostile.all {
      let inside = name.mermaidLabel.unicodeScalars.dropFirst().dropLast()
      #expect(inside.allSatisfy { harmless.contains($0) })
    }
  }

  private func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    [.control, .format, .lineSeparator].contains(scalar.properties.generalCategory)
  }
}

/// What Graphviz draws.
@Suite(.needs(.programs(["dot"]))) struct DotStringTests {
  @Test func labelsAreDrawnAsTheyAre() throws {
    let names = Hostile.all.filter { !$0.unicodeScalars.contains { $0.isOddInXML } }
    let nodes = names.enumerated().map { "i\($0) [label=\(["<\($1)>", "2"].dotString)];" }
    let drawing = try Command(
      "bash", "-c",
      "printf %s \("graph {\n\(nodes.joined(separator: "\n"))\n}".shellWord) | dot -Tsvg",
      within: 60)
    #expect(drawing.exitCode == 0)
    #expect(drawing.errors.isEmpty)
    let lines = drawing.output.matches(of: /<text[^>]*>(.*)<\/text>/).map {
      String($0.1).withoutEntities
    }
    let labels = lines.filter { $0 != "2" }
    #expect(labels.count == names.count)
    #expect(Set(labels.map(\.scalars)) == Set(names.map { "<\($0)>".onALine.scalars }))
  }
}

extension Unicode.Scalar {
  /// What XML cannot hold, or Graphviz leaves out.
  fileprivate var isOddInXML: Bool {
    properties.generalCategory == .control && !properties.isWhitespace
  }
}

extension String {
  /// Every white space as a space.
  fileprivate var onALine: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      text.unicodeScalars.append(scalar.properties.isWhitespace ? " " : scalar)
    }
  }

  fileprivate var withoutEntities: String {
    let entities = [
      ("&#160;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
      ("&#45;", "-"), ("&amp;", "&"),
    ]
    return entities.reduce(self) {
      $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal)
    }.onALine
  }
}
