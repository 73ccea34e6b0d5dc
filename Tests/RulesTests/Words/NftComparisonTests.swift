import FirewallKit
import LabKit
import Testing

/// Masks, flags, spans, and what is written.
@Suite(.needs(.root), .needs(.firewall)) struct NftComparisonTests {
  @Test func writesFlagsAndMasks() throws {
    try expectWordsOfNft(
      """
      table inet t {
        chain c {
          tcp flags syn
          tcp flags == syn
          tcp flags != 0x12
          tcp flags syn / syn,ack
          tcp flags != fin,rst / fin,rst,psh
          tcp flags & (fin | rst) == 0
          tcp flags & ack == ack
          tcp flags & (fin | syn) == { syn, fin | syn }
          ct state new,untracked
          ct state != invalid
          ct state ! established
          ct status dnat,snat
          ct mark & 0xff == 0x12
          ct mark & 0xff00 != { 0x100, 0x200 }
          meta mark & 0xffff0000 == 0x10000
          meta mark ^ 0x3 != 0x5
          meta mark | 0xf0 == 0xff
          meta mark & 0x3 | 0x4 == 0x5
          ct label 5
        }
      }
      """, rules: 19)
  }

  @Test func writesSpans() throws {
    try expectWordsOfNft(
      """
      table ip t {
        chain c {
          meta mark 10-20 ct mark != 0x10-0x1f
          meta length >= 64 meta length <= 1500
          meta length < 64
          ip ttl >= 5 ip id < 9
          ip saddr 10.0.0.3-10.0.0.9 tcp dport != 1-1023
          meta cpu > 3 ct expiration 30s-1h
          meta hour "09:00"-"17:30" meta day "Friday"
          ip dscp 1-5 ip length 0-20
        }
      }
      """, rules: 8)
  }

  @Test func writesWhatIsChanged() throws {
    try expectWordsOfNft(
      """
      table ip t {
        chain c {
          meta mark set 0x2a
          meta mark set ct mark & 0xf0 | 0x1
          meta priority set cafe:1
          meta pkttype set host meta nftrace set 1
          ct mark set meta mark ^ 0x4
          ct zone set 7 ct event set new,destroy
          ct label set 3
          ip dscp set cs6 ip ecn set not-ect
          ip ttl set 1 ip saddr set 10.0.0.9
          tcp dport set 8080 tcp checksum set 0
          tcp option maxseg size set 1200
          tcp option maxseg size set rt mtu
          reset tcp option timestamp
          meta mark set jhash ip saddr . ip daddr mod 4 offset 1
          meta mark set ip saddr map { 10.0.0.1 : 0x1, 10.0.0.2 : 0x2 }
          ip daddr set numgen inc mod 2 map { 0 : 10.0.0.1, 1 : 10.0.0.2 }
        }
      }
      table ip6 t {
        chain c {
          ip6 dscp set ef ip6 flowlabel set 5 ip6 hoplimit set 64
        }
      }
      table bridge t {
        chain c {
          vlan pcp set 5 ether daddr set 02:00:00:00:00:05
        }
      }
      """, rules: 18)
  }

  @Test func writesWhatTheKernelKnows() throws {
    try expectWordsOfNft(
      """
      table inet t {
        chain c {
          iif "lo" iifname "eth*" iifgroup default
          iifname "a" meta iiftype ppp meta iifkind "veth"
          meta skuid 0 meta skgid 5-9 meta cgroup 3
          meta time "2031-02-03 04:05:06"
          meta day { "Monday", "Sunday" } meta hour >= "23:00"
          meta random < 5 meta ipsec exists meta rtclassid 9
          meta protocol 0x88cc meta secpath missing
          fib saddr . mark . iif type unicast
          fib daddr oif "lo" fib daddr oifname "eth0"
          fib saddr . iif oif missing
          rt classid "cosmos" rt ip nexthop 10.0.0.1 rt mtu < 1280 rt ipsec missing
          numgen random mod 8 offset 2 3 symhash mod 4 1
          ct direction reply ct expiration < 1m ct helper "ftp"
          ct original bytes > 100000 ct reply packets 0-9 ct avgpkt 5
          ct reply ip6 saddr fd00::1 ct original zone 4
          meta l4proto tcp ct original proto-dst 80 ct l3proto ipv4
          ct count over 5 drop
        }
        chain pre {
          type filter hook prerouting priority 0;
          socket transparent 1 socket mark 0x1 socket wildcard 0
          osf name "Linux" osf ttl loose version "Linux:5"
          ipsec in reqid 1 ipsec in spi 9
        }
        chain post {
          type filter hook postrouting priority 0;
          ipsec out spnum 2 ip6 saddr fd00::1
        }
      }
      """, rules: 21)
  }

  /// What rules have by number, as the node calls it.
  @Test func writesNamesOfInterfaces() throws {
    let words = try NftWords.of(
      """
      ip link add cni7 type bridge
      nft -f - <<'EOF'
      table inet t {
        chain c {
          iif "cni7" oif != "lo"
          iif { "lo", "cni7" } fib daddr oif "cni7"
        }
      }
      EOF
      """)
    #expect(words.ours.first == "iif \"cni7\" oif != \"lo\"")
    words.expectSame()
  }
}
