import Foundation
import LabKit
import TestKit
import Testing

/// What other programs say, on its way to a terminal or to a runtime.
@Suite(.needs(.root), .needs(.programs(["ip", "unshare"]))) struct PluginWordsTests {
  private let lab: PluginLab

  init() throws {
    lab = try PluginLab()
    try lab.scratch.write(
      "net.d/odd.conf", Array(#"{"cniVersion":"1.0.0","name":"odd","type":"odd"}"#.utf8))
  }

  /// ADD by a plugin that does this, and what came of it.
  private func add(_ plugin: String) throws -> (output: String, errors: String) {
    let output = try lab.run(
      "",
      """
      pod a; mkdir bin
      cat > bin/odd <<'END'
      #!/bin/bash
      \(plugin)
      END
      chmod 755 bin/odd
      \(Project.cnitop) add odd a --conf-dir net.d --cache-dir cache --bin-dir $PWD/bin 2> errors || true
      echo ---; cat errors
      """)
    let halves = output.components(separatedBy: "---\n")
    #expect(output.unicodeScalars.allSatisfy { $0 == "\n" || !isObeyed($0) })
    return (halves[0], halves[1])
  }

  @Test func itsErrorsAreCleaned() throws {
    let (_, errors) = try add(#"printf '\033[31mESC\033]52;c;eA==\007 \302\233\n2' >&2; exit 3"#)
    #expect(errors.hasPrefix("Error: ") && errors.contains("␛[31mESC␛]52;c;eA==␇ ·"))
    #expect(errors.split(separator: "\n").count == 1)
  }

  @Test func itsErrorAsJSONIsCleaned() throws {
    let (_, errors) = try add(
      #"printf '{"code":100,"msg":"\\u001b[31mESC\\u0007","details":"\\u202e\\u009b"}'; exit 1"#)
    #expect(errors.hasPrefix("Error: ␛[31mESC␇ (··"))
  }

  @Test func itsResultKeepsItsValue() throws {
    let (output, _) = try add(
      #"printf '{"cniVersion":"1.0.0","ips":[],"odd":"\302\233\342\200\256\\u001b","n":1.10}\r'"#)
    #expect(output.contains(#""odd":"\u009b\u202e\u001b","n":1.10}"#))
  }

  @Test func whatIsNoResultIsNotShown() throws {
    let (output, errors) = try add(#"printf '\033[31m'"#)
    #expect(output.isEmpty)
    #expect(errors.contains("\nError: "))
  }

  @Test func aRuntimeGetsValidJSON() throws {
    let answer = try lab.run(
      #"{"cniVersion":"1.0.0","name":"n","type":"bridge","bridge":"\u001b\u009b\u202e\"\\"}"#,
      "pod a; call ours ADD a || true")
    let json = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any]
    #expect((json?["msg"] as? String)?.contains("\u{1b}\u{9b}\u{202e}\"\\") == true)
    #expect(answer.unicodeScalars.allSatisfy { $0 == "\n" || !isObeyed($0) })
  }

  private func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    [.control, .format].contains(scalar.properties.generalCategory)
  }
}
