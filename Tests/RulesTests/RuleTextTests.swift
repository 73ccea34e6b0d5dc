import FirewallKit
import Kernel
import LabKit
import Netlink
import Rules
import Testing
import Topology

@Suite(.needs(.root), .needs(.firewall)) struct RuleTextTests {
  @Test func writesRulesTheWayNftDoes() throws {
    try expectWordsOfNft(broadRuleset, rules: 33)
  }

  @Test func saysWhatARuleDoesAndToWhom() throws {
    let rules = try FirewallLab.run { lab throws(KernelError) in
      lab.shell("nft -f - <<'EOF'\n\(natRule)\nEOF")
      var reader = try RulesetReader()
      return try reader.nftables().tables.flatMap(\.chains).flatMap(\.rules)
    }
    let rule = try #require(rules.first)
    #expect(rule.action == .masquerade)
    #expect(rule.match.sourcePrefix.map { "\($0)" } == "10.22.0.2/32")
    #expect(rule.match.destination == "!= 10.22.0.0/16")
    #expect(rule.comment == "pod one")
    #expect(rule.counter == RuleCounter(packets: 0, bytes: 0))
  }
}

private let natRule = """
  table ip nat {
    chain post {
      type nat hook postrouting priority srcnat; policy accept;
      ip saddr 10.22.0.2 ip daddr != 10.22.0.0/16 counter masquerade comment "pod one"
    }
  }
  """

private let broadRuleset = """
  table ip nat {
    set hosts { type ipv4_addr; flags interval; elements = { 10.0.0.0/8 } }
    chain cni { ip daddr 10.1.2.3 accept; return; }
    chain post {
      type nat hook postrouting priority srcnat; policy accept;
      ip saddr 10.22.0.2 ip daddr != 10.22.0.0/16 counter masquerade comment "pod one"
      ip saddr @hosts oifname != "cni0" jump cni
      ip saddr { 10.1.1.1, 10.1.1.2 } snat to 192.0.2.1
      oifname "eth*" masquerade random,fully-random
      meta mark 0x00004000 masquerade
    }
    chain pre {
      type nat hook prerouting priority dstnat; policy accept;
      fib daddr type local tcp dport 8080 dnat to 10.22.0.2:80
      udp dport 53 redirect to :5353
      tcp dport { 80, 443 } counter goto cni
      tcp dport 1000-2000 dnat to 10.22.0.5
      meta l4proto { tcp, udp } th dport 53 return
    }
  }
  table inet filter {
    chain one { }
    chain input {
      type filter hook input priority filter; policy drop;
      ct state established,related accept
      ct state invalid drop
      iifname "lo" accept
      ip saddr 10.0.0.0/8 tcp dport 22 accept
      ip6 saddr fd00::/64 accept
      icmp type echo-request limit rate 5/second burst 5 packets accept
      icmpv6 type { nd-neighbor-solicit, nd-router-advert } accept
      tcp dport vmap { 80 : accept, 443 : jump one }
      ip saddr . tcp dport { 10.0.0.1 . 80, 10.0.0.2 . 443 } accept
      log prefix "dropped: " level info
      meta mark set 0x00000001
      ct mark set meta mark
      ct status dnat accept
      meta l4proto udp drop
      ip protocol icmp accept
      tcp flags & (fin | syn) == syn drop
      ct state vmap { invalid : drop, established : accept }
      reject with icmpx admin-prohibited
      meta nfproto ipv4 counter
      ip saddr 10.0.0.1-10.0.0.9 drop
      notrack
    }
  }
  """
