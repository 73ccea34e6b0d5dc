import Netlink
import Rules
import Testing
import Topology

/// Rules know an ipset by its number alone.
@Suite struct SetNameTests {
  private static let chain = NftChain.ID(NftTable.ID(.ip, "filter"), "INPUT")
  /// `-m set --match-set … src`, of the set with number 3
  private static let rule = NftRule(
    chain: chain, handle: 1,
    expressions: [
      .match(XtExtension(name: "set", revision: 1, info: [3, 0, 1, 2, 0, 0, 0, 0]))
    ])

  @Test func namesTheSetsThatTheKernelNamed() {
    #expect(Rule(Self.rule).text == "-m set --match-set [set 3] src")
    #expect(Rule(Self.rule, setNames: [3: "hosts"]).text == "-m set --match-set hosts src")
  }

  /// Its name can be had only by reading everything.
  @Test func readsAgainWhenARuleNamesANewSet() {
    var ruleset = NftRuleset()
    ruleset.tables = [NftTable(id: Self.chain.table)]
    ruleset.chains = [NftChain(id: Self.chain, handle: 1)]
    var unnamed = Nftables(ruleset)
    let isUnnamedFollowed = unnamed.follow([.newRule(Self.rule, .last)])
    #expect(!isUnnamedFollowed)
    ruleset.setNames = [3: "hosts"]
    var named = Nftables(ruleset)
    let isNamedFollowed = named.follow([.newRule(Self.rule, .last)])
    #expect(isNamedFollowed)
    let texts = named.tables.flatMap(\.chains).flatMap(\.rules).map(\.text)
    #expect(texts == ["-m set --match-set hosts src"])
  }
}
