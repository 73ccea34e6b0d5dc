import FirewallKit
import Foundation
import Kernel
import LabKit
import Netlink
import Rules
import Testing
import Topology

@Suite(.needs(.root), .needs(.firewall)) struct RuleTextTests {
  @Test func writesRulesTheWayNftDoes() throws {
    let (ours, theirs) = try FirewallLab.run { lab throws(KernelError) in
      let complaint = lab.shell("nft -f - <<'EOF'\n\(broadRuleset)\nEOF")
      var reader = try RulesetReader()
      let ours = try reader.ruleset({ ($0.sets, [String]()) }) { $0.1.append($1.text(sets: $0.0)) }
      return (ours.1, complaint + lab.shell("nft -a list ruleset"))
    }
    let expected = theirs.split(separator: "\n").compactMap { line -> String? in
      let line = line.trimmingCharacters(in: .whitespaces)
      guard let end = line.range(of: " # handle "), !line.contains("{ # handle"),
        !line.hasSuffix("{")
      else { return nil }
      return String(line[..<end.lowerBound])
    }
    #expect(ours.count > 30, "\(theirs)")
    #expect(ours.count == expected.count, "\(theirs)")
    for (mine, other) in zip(ours, expected) { #expect(mine == other) }
  }

  @Test func writesLegacyRulesTheWayIptablesDoes() throws {
    for program in ["iptables-legacy", "ip6tables-legacy"] {
      let (tables, theirs) = try FirewallLab.run { lab throws(KernelError) in
        let rules = program == "iptables-legacy" ? legacyRules : legacyRules6
        let complaint = lab.shell("\(program)-restore <<'EOF'\n\(rules)\nEOF")
        return (
          try LegacyReader.tables(LegacyTableBuilder.init) { $0.add($1) }.map(\.table),
          complaint + lab.shell("\(program)-save -c")
        )
      }
      let ours = tables.flatMap { table in
        table.chains.flatMap { chain in chain.rules.map(\.line) }
      }
      let expected = theirs.split(separator: "\n").filter { $0.hasPrefix("[") }.map(String.init)
        .map(withCommentLast)
      #expect(Set(ours) == Set(expected), "\(theirs)")
      #expect(ours.count > 1 && ours.count == rulesIn(theirs), "\(theirs)")
    }
  }

  private func rulesIn(_ text: String) -> Int {
    text.split(separator: "\n").count { $0.hasPrefix("[") }
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

/// A line of iptables-save with its comment at the end, where ours is kept.
private func withCommentLast(_ line: String) -> String {
  let pattern = #/ -m comment --comment "?(?<words>[^"]*|\S+)"?(?= -|$)/#
  guard let found = line.firstMatch(of: pattern) else { return line }
  return line.replacing(pattern, with: "") + " # \(found.words)"
}

extension Rule {
  fileprivate var line: String {
    let count = counter.map { "[\($0.packets):\($0.bytes)] " } ?? ""
    return count + "-A \(id.chain.name)" + (text.isEmpty ? "" : " " + text)
      + (comment.map { " # \($0)" } ?? "")
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

private let legacyRules = """
  *nat
  :CNI-aaaa - [0:0]
  [5:300] -A POSTROUTING -s 10.22.0.2/32 -m comment --comment "name: net0" -j CNI-aaaa
  -A CNI-aaaa -d 10.22.0.0/16 -j ACCEPT
  -A CNI-aaaa ! -d 224.0.0.0/4 -j MASQUERADE
  -A PREROUTING -m addrtype --dst-type LOCAL -j RETURN
  -A PREROUTING -p tcp -m tcp --dport 8080 -j DNAT --to-destination 10.22.0.2:80
  -A PREROUTING -i eth+ -p udp -m udp --dport 53 -j REDIRECT --to-ports 5353
  -A POSTROUTING ! -o cni0 -j SNAT --to-source 192.0.2.1
  -A POSTROUTING -m mark --mark 0x4000/0x4000 -j MASQUERADE --random-fully
  -A POSTROUTING -p tcp -m multiport --dports 80,443,1000:2000 -g CNI-aaaa
  COMMIT
  *filter
  -A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
  -A FORWARD -p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -j DROP
  -A FORWARD -j REJECT --reject-with icmp-port-unreachable
  -A FORWARD
  -A FORWARD -m state --state NEW,ESTABLISHED -j ACCEPT
  -A FORWARD -m statistic --mode random --probability 0.33333333349 -j ACCEPT
  -A FORWARD -m statistic --mode nth --every 3 --packet 1 -j DROP
  -A FORWARD -m limit --limit 5/min -j LOG --log-prefix "dropped: " --log-level 6
  -A FORWARD -m limit --limit 10/sec --limit-burst 20 -j RETURN
  -A FORWARD -p udp -m udp ! --sport 53 --dport 1024:65535 -j DROP
  -A FORWARD -m connmark --mark 0x1/0xff -j CONNMARK --restore-mark --nfmask 0xff --ctmask 0xff
  COMMIT
  *mangle
  -A PREROUTING -j MARK --set-xmark 0x4000/0x4000
  -A PREROUTING -j CONNMARK --save-mark --nfmask 0xffffffff --ctmask 0xffffffff
  COMMIT
  """

private let legacyRules6 = """
  *filter
  :MINE - [0:0]
  -A INPUT -s fd00::/64 -p tcp -m tcp --dport 22 -j MINE
  -A MINE -i lo -j ACCEPT
  COMMIT
  """
