import FirewallKit
import Foundation
import Kernel
import LabKit
import Netlink
import Rules
import Testing

/// Loads a ruleset with `nft`, and expects each rule in the words of `nft list ruleset`.
func expectWordsOfNft(_ ruleset: String, rules: Int) throws {
  let (ours, theirs) = try FirewallLab.run { lab throws(KernelError) in
    let complaint = lab.shell("nft -f - <<'EOF'\n\(ruleset)\nEOF")
    var reader = try RulesetReader()
    let ours = try reader.ruleset({ ($0.sets, [String]()) }) { $0.1.append($1.text(sets: $0.0)) }
    return (ours.1, complaint + lab.shell("nft -a list ruleset"))
  }
  let expected = theirs.split(separator: "\n").compactMap { line -> String? in
    let line = line.trimmingCharacters(in: .whitespaces)
    guard let end = line.range(of: " # handle ", options: .backwards),
      !line.contains("{ # handle"), !line.hasSuffix("{")
    else { return nil }
    return String(line[..<end.lowerBound])
  }
  #expect(ours.count == rules, "\(theirs)")
  #expect(ours.count == expected.count, "\(theirs)")
  for (mine, other) in zip(ours, expected) { #expect(mine == other) }
}
