import Formats
import Testing

@testable import NodeSetup

/// What went through all pairs of so many ranges would be at it for hours.
@Suite(.timeLimit(.minutes(2))) struct ManyRangesInAFileTests {
  private func subnet(_ index: Int) -> String {
    "\(10 + index >> 22).\(index >> 14 & 255).\(index >> 6 & 255).\(index << 2 & 255)/30"
  }

  @Test func inAFile() throws {
    let ranges = (0..<30_000).map { #"{"Subnet":"\#(subnet($0))"}"# }.joined(separator: ",")
    let text =
      #"{"cniVersion":"1.0.0","name":"a","type":"bridge","ipam":{"type":"host-local","ranges":[[\#(ranges),{"subnet":"10.0.0.0/29"}]]}}"#
    let json = try JSON(Array(text.utf8))
    let findings = ConfigCheck(json, form: .single).findings
    #expect(findings.first?.severity == .broken)
    #expect(findings.first?.text.contains("overlaps 10.0.0.1-10.0.0.2 of") == true)
    #expect(findings.count == 101 && findings.last?.text == "and 29901 more")
  }

  /// Much of one key must not cost more than it is long.
  @Test func keysThatAreThereOverAndOver() throws {
    let many = (0..<20_000).map { #""ipam":{"a":\#($0)}"# }.joined(separator: ",")
    let json = try JSON(Array(#"{"name":"a","type":"bridge",\#(many)}"#.utf8))
    #expect(json["ipam"]?["A"] == .integer(19_999))
    #expect(ConfigCheck(json, form: .single).findings.count == 101)
  }
}
