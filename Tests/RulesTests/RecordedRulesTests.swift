import Netlink
import NetlinkKit
import Rules
import Testing
import Topology

/// What a kernel listed, told and gave, as rules with their texts.
@Suite struct RecordedRulesTests {
  @Test func saysWhatLegacyRulesDo() throws {
    let nat = try table("iptables-nat", "nat")
    let postrouting = try #require(nat.chains.first { $0.id.name == "POSTROUTING" })
    #expect(
      postrouting.rules.map(\.text) == [
        "-s 10.22.0.2/32 -j CNI-aaaa", "! -o cni0 -j SNAT --to-source 192.0.2.1",
        "-p tcp -m multiport --dports 80,443,1000:2000 -g CNI-aaaa",
      ])
    let rules = Array(postrouting.rules)
    let first = rules[0]
    #expect(first.comment == "name: net0" && first.owner == .cni)
    #expect(first.counter == RuleCounter(packets: 0, bytes: 0))
    #expect(first.id.handle == 1)
    #expect(rules[2].match.service == "tcp dport 80,443,1000:2000")
    #expect(postrouting.hook?.name == "postrouting" && postrouting.hook?.type == "nat")
  }

  @Test func saysWhatLegacyFiltersDo() throws {
    let filter = try table("iptables-filter", "filter")
    #expect(
      filter.chains.first { $0.id.name == "FORWARD" }?.rules.map(\.text) == [
        "-p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -j DROP",
        "-j REJECT --reject-with icmp-port-unreachable",
        "-m statistic --mode random --probability 0.33333333349 -j ACCEPT",
        "-m limit --limit 5/min -j LOG --log-prefix \"dropped: \" --log-level 6",
        "-m connmark --mark 0x1/0xff -j CONNMARK --restore-mark --nfmask 0xff --ctmask 0xff",
      ])
  }

  /// What Linux 6.1 has and this list's other kernels do not.
  @Test func saysWhatOlderExtensionsDo() throws {
    let filter = try table("iptables-6.1", "filter", of: .extensions)
    #expect(
      filter.chains.first { $0.id.name == "INPUT" }?.rules.map(\.text) == [
        "-m ipvs --ipvs",
        "-m ipvs --vproto 6 ! --vaddr 10.96.0.0/12 --vport 443 --vdir REPLY ! --vmethod IPIP "
          + "--vportctl 21",
        "-m ipvs --vmethod GATE",
        #"-j LED --led-trigger-id "a \"b" --led-delay 42 --led-always-blink"#,
        #"-j LED --led-trigger-id "c" --led-delay -1"#,
        "-d 10.31.3.236/32 -i lo -j CLUSTERIP --new --hashmode sourceip-sourceport "
          + "--clustermac 01:AA:7B:47:F7:D7 --total-nodes 2 --local-node 1 --hash-init 7",
        "-m devgroup --src-group default",
      ])
  }

  /// Tables that hear of their making are those that are read afterwards.
  @Test func followsWhatTheyAreTold() throws {
    let events = try ["events-masquerade", "events-nat", "events-filter"].flatMap {
      try Recording($0, of: .netfilter).read { try NftEvent($0) }.compactMap(\.self)
    }
    var followed = Nftables()
    let isMade = followed.follow(events)
    #expect(isMade)
    let chains = followed.tables.flatMap(\.chains)
    #expect(chains.map(\.id.name).contains("masq_checks"))
    let masquerade = try #require(chains.first { $0.id.name == "masq_checks" }?.rules.first)
    #expect(masquerade.action == .masquerade && masquerade.owner == .cni)
    #expect(masquerade.match.sourcePrefix.map { "\($0)" } == "10.22.0.2/32")
    let texts = chains.first { $0.id.name == "post" }?.rules.map(\.text)
    #expect(
      texts == [
        "ip saddr @hosts oifname != \"cni0\" jump cni",
        "oifname \"eth*\" masquerade random,fully-random",
        "ip saddr { 10.1.1.1, 10.1.1.2 } snat to 192.0.2.1",
      ])
    let deletions = try Recording("events-deletion", of: .netfilter).read { try NftEvent($0) }
    let isGone = followed.follow(deletions.compactMap(\.self))
    #expect(isGone)
    #expect(!followed.tables.contains { $0.id.name == "nat" })
    #expect(!followed.tables.flatMap(\.chains).contains { $0.id.name == "input" })
  }

  private func table(
    _ recording: String, _ name: String, of kind: Recording.Kind = .legacyTable
  ) throws -> RuleTable {
    let recorded = try RecordedTable(Recording(recording, of: kind).bytes, name: name)
    var builder = LegacyTableBuilder(recorded.table)
    for entry in recorded.entries { builder.add(entry) }
    return builder.table
  }
}
