import FirewallKit
import Inspection
import Kernel
import LabKit
import Testing
import Topology

@Suite(.needs(.root), .needs(.firewall)) struct RuleMeterTests {
  @Test(arguments: [TableID.Backend.nftables, .legacy])
  func countsTheRulesOfTheChainsLookedAtAndNoOthers(_ backend: TableID.Backend) throws {
    let table = TableID(backend: backend, family: "ip", name: "filter")
    let output = ChainID(table: table, name: "OUTPUT")
    let gone = ChainID(table: table, name: "gone")
    let (first, second, none) = try FirewallLab.run { lab throws(KernelError) in
      lab.shell(backend == .nftables ? nftablesRules : legacyRules)
      var meter = RuleMeter()
      let first = meter.read([output, gone])
      lab.shell("ip link set lo up; bash -c 'echo > /dev/udp/127.0.0.1/9'")
      return (first, meter.read([output]), meter.read([]))
    }
    #expect(first.count == 1 && second.count == 1, "only what counts, and only of that chain")
    #expect(first.values.allSatisfy { $0.packetsPerSecond == 0 && $0.counter.packets == 0 })
    let rate = try #require(second.values.first)
    #expect(rate.counter.packets == 1 && rate.packetsPerSecond > 0)
    #expect(second.keys.first?.chain == output)
    #expect(none.isEmpty)
  }
}

private let nftablesRules = """
  nft 'add table filter
    add chain filter OUTPUT { type filter hook output priority 0; }
    add chain filter INPUT { type filter hook input priority 0; }
    add rule filter INPUT counter
    add rule filter OUTPUT udp dport 9 counter
    add rule filter OUTPUT udp dport 7 drop'
  """

private let legacyRules = """
  iptables-legacy -A OUTPUT -p udp --dport 9; iptables-legacy -A INPUT -j ACCEPT
  """
