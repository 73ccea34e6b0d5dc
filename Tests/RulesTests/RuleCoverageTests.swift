import FoundationEssentials
import Netlink
import Rules
import Testing

/// README.md has what is told and evaluated, from the tables of the code.
@Suite struct RuleCoverageTests {
  @Test func theReadmeHasEveryPart() throws {
    let place = URL(filePath: #filePath).appending(path: "../../../README.md").standardizedFileURL
    let text = try String(contentsOf: place, encoding: .utf8)
    let begin = try #require(
      text.firstRange(of: "<!-- what is evaluated: made by `make record` -->\n")
    ).upperBound
    let end = try #require(text[begin...].firstRange(of: "<!-- end -->")).lowerBound
    let table = RuleCoverage.all.map(\.row).joined(separator: "\n")
    let wanted = """

      | what | evaluated | told, and *cannot tell* when it comes to a packet |
      | --- | --- | --- |
      \(table)


      """
    let has = String(text[begin..<end])
    if ProcessInfo.processInfo.environment["CNITOP_RECORD"] != nil, has != wanted {
      try (text[..<begin] + wanted + text[end...])
        .write(to: place, atomically: true, encoding: .utf8)
    }
    #expect(has == wanted, "make record writes it anew")
  }

  @Test(arguments: Expression.names) func everyNameIsKnown(_ name: String) throws {
    let list = RuleCoverage.all[0]
    #expect(list.evaluated.contains(name) != list.opaque.contains(name))
  }
}

extension RuleCoverage {
  fileprivate var row: String { "| \(title) | \(cell(evaluated)) | \(cell(opaque)) |" }

  private func cell(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: " ") }
}
