import FirewallKit
import Hex
import LabKit
import Netlink
import Rules
import Testing

@Suite(.needs(.root), .needs(.firewall)) struct NftStatementTests {
  @Test func writesLimitsAndQuotas() throws {
    try expectWordsOfNft(
      """
      table ip t {
        chain c {
          limit rate 3/hour burst 7 packets
          limit rate over 12/week
          limit rate 5 kbytes/second
          limit rate 1500 bytes/minute burst 3 kbytes
          limit rate over 2 mbytes/hour burst 1025 bytes
          quota 3 mbytes
          quota over 1025 bytes
          quota over 2 kbytes used 1 kbytes
          ct count 12 accept
          ct count over 3 drop
        }
      }
      """, rules: 10)
  }

  @Test func writesLogs() throws {
    try expectWordsOfNft(
      """
      table inet t {
        chain c {
          log
          log prefix "one two " level debug
          log group 3 snaplen 96 queue-threshold 4
          log flags tcp sequence
          log flags tcp options flags ip options
          log flags tcp sequence,options flags ether
          log flags skuid prefix "who"
          log flags all
          log level audit
        }
      }
      """, rules: 9)
  }

  @Test func writesTranslations() throws {
    try expectWordsOfNft(
      """
      table ip t {
        chain pre {
          type nat hook prerouting priority dstnat;
          tcp dport 81 dnat to 10.0.0.1-10.0.0.9:8000-8100
          dnat to 10.0.0.1-10.0.0.3 persistent
          tcp dport 82 redirect to :900-950 random
          redirect fully-random
        }
        chain post {
          type nat hook postrouting priority srcnat;
          snat to 10.3.0.0/24
          udp dport 9 masquerade to :1000-2000 random,fully-random,persistent
          snat to 10.1.1.1 fully-random
        }
      }
      table ip6 t {
        chain pre {
          type nat hook prerouting priority dstnat;
          tcp dport 81 dnat to [fd00::1]:80
          tcp dport 82 dnat to [fd00::1]-[fd00::5]:80
          dnat to fd00::8
        }
      }
      table inet t {
        chain pre {
          type nat hook prerouting priority dstnat;
          iifname "a" tcp dport 443 dnat ip to 10.2.0.1:8443
          iifname "b" tcp dport 443 dnat ip6 to [fd00::9]:8443
          tcp dport 53 redirect to :5353
        }
      }
      """, rules: 13)
  }

  @Test func writesMappedTranslations() throws {
    try expectWordsOfNft(
      """
      table ip t {
        map endpoints { type inet_service : ipv4_addr . inet_service; }
        chain pre {
          type nat hook prerouting priority dstnat;
          dnat to tcp dport map { 80 : 10.0.0.1, 81 : 10.0.0.2 }
          ip daddr 10.9.0.1 dnat ip to tcp dport map @endpoints
          dnat to numgen random mod 2 map { 0 : 10.0.0.1, 1 : 10.0.0.2 }
        }
      }
      """, rules: 3)
  }

  @Test func writesRefusals() throws {
    try expectWordsOfNft(
      """
      table ip t {
        chain in {
          type filter hook input priority 0;
          reject
          reject with icmp host-unreachable
          reject with icmp admin-prohibited
          tcp dport 22 reject with tcp reset
        }
      }
      table ip6 t {
        chain in {
          type filter hook input priority 0;
          reject
          reject with icmpv6 addr-unreachable
          reject with icmpv6 reject-route
        }
      }
      table inet t {
        chain in {
          type filter hook input priority 0;
          reject
          reject with icmpx no-route
          reject with icmpx host-unreachable
          ip saddr 10.0.0.1 reject
          ip6 saddr fd00::1 reject with icmpv6 no-route
        }
      }
      """, rules: 12)
  }

  @Test func writesCopiesAndProxies() throws {
    try expectWordsOfNft(
      """
      table ip t {
        chain pre {
          type filter hook prerouting priority mangle;
          dup to 10.4.0.1
          tcp dport 80 tproxy to 10.5.0.1:3128
          tcp dport 81 tproxy to :3129
          notrack
        }
        chain in {
          type filter hook input priority 0;
          synproxy mss 1460 wscale 7 timestamp sack-perm
          synproxy timestamp
          synproxy sack-perm
        }
      }
      table inet t {
        chain pre {
          type filter hook prerouting priority mangle;
          meta l4proto tcp tproxy ip6 to [fd00::1]:3128
          meta l4proto tcp tproxy ip to 10.5.0.2
          meta l4proto udp tproxy to :53
        }
      }
      """, rules: 10)
  }

  @Test func writesNamedObjects() throws {
    try expectWordsOfNft(
      """
      table ip t {
        counter hits { }
        counter more { }
        quota little { 10 kbytes }
        limit slow { rate 5/second }
        map counters { type inet_service : counter; }
        chain c {
          counter name "hits"
          quota name "little"
          limit name "slow"
          counter name tcp dport map { 80 : "hits", 81 : "more" }
          counter name udp dport map @counters
        }
      }
      """, rules: 5)
  }

  @Test func writesChangesOfSets() throws {
    try expectWordsOfNft(
      """
      table ip t {
        set seen { type ipv4_addr; flags dynamic, timeout; timeout 1h; }
        set pairs { type ipv4_addr . inet_service; flags dynamic; size 1000; }
        map marks { type ipv4_addr : mark; flags dynamic; size 1000; }
        chain c {
          add @seen { ip saddr }
          update @seen { ip saddr timeout 2d3h4m5s }
          delete @seen { ip saddr }
          add @pairs { ip saddr . tcp dport counter }
          update @pairs { ip saddr . tcp dport limit rate over 10/second burst 20 packets } drop
          add @pairs { ip saddr . tcp dport ct count over 4 } reject
          update @marks { ip saddr : meta mark }
        }
      }
      """, rules: 7)
  }
}

@Suite struct NftQueueTests {
  /// Not every kernel has queues: what `nft` sends for `queue flags bypass to 3-9`.
  @Test func writesQueues() throws {
    let rule = try NftRule(
      message: hex(
        """
        02000000 06000100 74000000 06000200 63000000
        30000480 2c000180 0a000100 71756575 65000000
        1c000280 06000100 00030000 06000200 00070000 06000300 00010000
        """
      ).span)
    #expect(rule.text() == "queue flags bypass to 3-9")
  }
}
