import Foundation
import LabKit
import Quoting
import Testing

/// What iptables-restore reads, as iptables-save says it again.
@Suite(.needs(.programs(["iptables-legacy-restore"])), .needs(.root)) struct IPTablesWordTests {
  @Test func commentsComeBack() throws {
    let comments = Hostile.all.filter {
      !$0.unicodeScalars.contains { "\n\0".unicodeScalars.contains($0) }
    }
    let rules = comments.map { "-A INPUT -m comment --comment \($0.iptablesWord)" }
    let lines = (["*filter"] + rules + ["COMMIT"]).map(\.shellWord).joined(separator: " ")
    let read = try Command(
      "unshare", "--net", "bash", "-c",
      #"printf '%s\n' \#(lines) | iptables-legacy-restore && iptables-legacy -S INPUT"#, within: 60)
    #expect(read.exitCode == 0, "\(read.errors)")
    let told = read.output.unicodeScalars.split(separator: "\n").map { Array($0) }
    #expect(told.dropFirst().map { comment(in: $0) } == comments.map(\.scalars))
  }

  /// A comment is told as it is, or in quotes, with a backslash before what is special in them.
  private func comment(in line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let text = line.dropFirst("-A INPUT -m comment --comment ".count)
    guard text.first == "\"", text.last == "\"" else { return Array(text) }
    var comment: [Unicode.Scalar] = []
    var isEscaped = false
    for scalar in text.dropFirst().dropLast() {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
      } else {
        comment.append(scalar)
        isEscaped = false
      }
    }
    return comment
  }
}
