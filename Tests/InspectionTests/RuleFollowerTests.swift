import FirewallKit
import Kernel
import LabKit
import Netlink
import Rules
import Testing
import Topology

@testable import Inspection

@Suite(.needs(.root), .needs(.firewall)) struct RuleFollowerTests {
  @Test func endsWithWhatAFreshReadingFinds() throws {
    try FirewallLab.run { lab throws(KernelError) in
      var follower = RuleFollower()
      var facts = RuleFacts.read()
      for command in [
        "nft 'add table t; add chain t c; add rule t c counter; add rule t c drop'",
        "nft insert rule t c accept; nft delete chain t none; nft rename chain t c d",
        "nft add rule t d tcp dport '{ 1, 2 }' drop; nft flush ruleset",
      ] {
        lab.shell(command)
        #expect(try follower.hear(&facts) == .changed)
        #expect(facts == RuleFacts.read(), "\(command)")
      }
      #expect(try follower.hear(&facts) == .nothing)
    }
  }

  /// More is told at once than is kept, and then more than the socket has room for.
  @Test(arguments: [(6000, RuleFollower.Outcome.changed), (60_000, .overrun)])
  func readsAgainWhatItCannotHaveHeard(_ count: Int, _ outcome: RuleFollower.Outcome) throws {
    try FirewallLab.run { lab throws(KernelError) in
      var follower = RuleFollower()
      var facts = RuleFacts.read()
      lab.shell(
        "(echo add table t; echo add chain t c; yes add rule t c drop | head -\(count)) | nft -f -")
      #expect(try follower.hear(&facts) == outcome)
      #expect(facts.nftables?.tables.first?.chains.first?.rules.count == count)
      lab.shell("nft add rule t c accept")
      #expect(try follower.hear(&facts) == .changed)
      #expect(facts == RuleFacts.read())
    }
  }

  @Test func ignoresChangesThatAReadingHasSeen() throws {
    try FirewallLab.run { lab throws(KernelError) in
      var follower = RuleFollower()
      lab.shell("nft 'add table t; add chain t c; add rule t c drop'")
      var facts = RuleFacts.read()
      #expect(try follower.hear(&facts) == .nothing)
      #expect(facts == RuleFacts.read())
    }
  }

  @Test func readsAgainWhenAGenerationWasSkipped() throws {
    try FirewallLab.run { lab throws(KernelError) in
      var facts = RuleFacts.read()
      lab.shell("nft 'add table t; add chain t c; add rule t c drop'")
      var follower = RuleFollower()
      lab.shell("nft add table u")
      #expect(try follower.hear(&facts) == .changed)
      #expect(facts == RuleFacts.read())
    }
  }
}
