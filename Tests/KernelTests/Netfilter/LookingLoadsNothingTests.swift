import FirewallKit
import LabKit
import Testing

@testable import Kernel

@Suite struct LookingLoadsNothingTests {
  @Test func asksAboutNftablesOnlyWhereItIs() {
    let other = "nf_nat 61440 1 xt_MASQUERADE, Live 0x0\nmy_nf_tables 4096 0 - Live 0x0\n"
    let loaded = other + "nf_tables 372736 0 - Live 0x0\n"
    let builtIn = "kernel/net/netfilter/nfnetlink.ko\nkernel/net/netfilter/nf_tables.ko\n"
    #expect(NftablesModule.isThere(modules: nil) { nil }, "a kernel without modules loads none")
    #expect(NftablesModule.isThere(modules: loaded) { nil })
    #expect(NftablesModule.isThere(modules: other) { builtIn })
    #expect(!NftablesModule.isThere(modules: other) { nil })
    #expect(!NftablesModule.isThere(modules: "") { "kernel/net/netfilter/nfnetlink.ko\n" })
  }

  @Test(.needs(.root), .needs(.firewall)) func makesNoTable() throws {
    let state = "cat /proc/modules /proc/thread-self/net/ip*_tables_names; nft list ruleset"
    let (before, after) = try FirewallLab.run { lab throws(KernelError) in
      let before = lab.shell(state)
      var reader = try RulesetReader()
      _ = try reader.ruleset({ $0 }) { _, _ in }
      _ = try LegacyReader.tables({ $0 }) { _, _ in }
      _ = try LegacyReader.table("nat", isIPv6: false, { $0 }) { _, _ in }
      return (before, lab.shell(state))
    }
    #expect(before == after)
  }
}
