import FirewallKit
import Kernel
import LabKit
import Netlink
import Rules
import Testing

/// Rules of a namespace, in nft's words and in ours.
struct NftWords {
  var ours: [String]
  var theirs: [String]
  /// What nft and the shell said.
  var output: String

  /// After a shell command in a namespace of its own.
  static func of(_ command: String) throws -> NftWords {
    let (ours, output) = try FirewallLab.run { lab throws(KernelError) in
      let complaint = lab.shell(command)
      var reader = try RulesetReader()
      let ours = try reader.ruleset({ ($0, [String]()) }) {
        $0.1.append($1.text(sets: $0.0.sets, names: $0.0.names))
      }
      return (ours.1, complaint + lab.shell("nft -a list ruleset"))
    }
    return NftWords(ours: ours, theirs: rules(of: output), output: output)
  }

  private static func rules(of listing: String) -> [String] {
    listing.split(separator: "\n").compactMap { line in
      let line = line.drop { $0 == "\t" }
      guard let end = line.ranges(of: " # handle ").last,
        !line.contains("{ # handle"), !line.hasSuffix("{")
      else { return nil }
      return String(line[..<end.lowerBound])
    }
  }

  func expectSame() {
    #expect(ours.count == theirs.count, "\(output)")
    for (mine, other) in zip(ours, theirs) { #expect(mine == other) }
  }
}

/// Loads a ruleset with `nft`, and expects each rule in the words of `nft list ruleset`.
func expectWordsOfNft(_ ruleset: String, rules: Int) throws {
  let words = try NftWords.of("nft -f - <<'EOF'\n\(ruleset)\nEOF")
  #expect(words.ours.count == rules, "\(words.output)")
  words.expectSame()
}
