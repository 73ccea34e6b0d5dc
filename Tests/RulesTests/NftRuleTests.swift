import Hex
import Netlink
import Rules
import Testing
import Topology

@Suite struct NftRuleTests {
  /// `nft add rule ip nat post ip saddr 10.22.0.2 counter masquerade comment "one"`
  private let message = hex(
    """
    02000000                                            # nfgenmsg: ip
    08000100 6e617400                                   # NFTA_RULE_TABLE nat
    09000200 706f7374 00000000                          # NFTA_RULE_CHAIN post
    0c000300 00000000 00000005                          # NFTA_RULE_HANDLE 5
    b8000480                                            # NFTA_RULE_EXPRESSIONS
    34000180 0c000100 7061796c 6f616400 24000280        # payload
    08000100 00000001 08000200 00000001 08000300 0000000c 08000400 00000004
    2c000180 08000100 636d7000 20000280                 # cmp
    08000100 00000001 08000200 00000000 0c000380 08000100 0a160002
    2c000180 0c000100 636f756e 74657200 1c000280        # counter
    0c000100 00000000 00000054 0c000200 00000000 00000001
    14000180 09000100 6d617371 00000000 04000280        # masq
    14000180 09000100 78787878 00000000 04000280        # an expression of the future
    0a000700 00046f6e 65000000                          # NFTA_RULE_USERDATA comment
    """)

  @Test func saysWhatAMasqueradeDoes() throws {
    let message = try NftRule(message: message.span)
    #expect(
      message.text()
        == "ip saddr 10.22.0.2 counter packets 1 bytes 84 masquerade [xxxx] comment \"one\"")
    let rule = Rule(message)
    #expect(rule.action == .masquerade)
    #expect(rule.match.source == "10.22.0.2")
    #expect(rule.counter == RuleCounter(packets: 1, bytes: 84))
    #expect(rule.text == "ip saddr 10.22.0.2 masquerade [xxxx]" && rule.comment == "one")
  }

  /// Spans trap when misread, so to come back at all is to pass.
  @Test func survivesEveryDamagedByteAndEveryCut() {
    for position in message.indices {
      for value in UInt8.min...UInt8.max {
        var damaged = message
        damaged[position] = value
        if let rule = try? NftRule(message: damaged.span) { _ = Rule(rule).text }
      }
      _ = try? NftRule(message: Array(message.prefix(upTo: position)).span)
    }
  }
}
