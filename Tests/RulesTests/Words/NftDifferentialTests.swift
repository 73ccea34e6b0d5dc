import FirewallKit
import Kernel
import LabKit
import Rules
import Testing

/// Rules at random: what nft takes of them we tell in its words.
@Suite(.needs(.root), .needs(.firewall)) struct NftDifferentialTests {
  @Test(arguments: [11, 12, 13] as [UInt64]) func tellsRandomRules(_ seed: UInt64) throws {
    var grammar = NftGrammar(seed: seed)
    let tables = NftGrammar.families.map(NftGrammar.tables).joined()
    let rules = (0..<25).flatMap { _ in
      NftGrammar.families.map { "add rule \($0) t c \(grammar.rule($0))" }
    }
    let words = try NftWords.of(
      """
      nft -f - <<'EOF'
      \(tables)
      EOF
      while read -r rule; do echo "$rule" | nft -f - 2>/dev/null; done <<'EOF'
      \(rules.joined(separator: "\n"))
      EOF
      """)
    #expect(words.theirs.count > rules.count / 2)
    words.expectSame()
  }
}
