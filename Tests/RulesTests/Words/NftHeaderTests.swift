import FirewallKit
import LabKit
import Testing

/// Fields of headers, and which clauses about headers nft leaves out.
@Suite(.needs(.root), .needs(.firewall)) struct NftHeaderTests {
  @Test func writesFieldsOfIPv4() throws {
    try expectWordsOfNft(
      """
      table ip t {
        chain c {
          ip version 4 ip hdrlength 5
          ip dscp af31 ip ecn ect1
          ip length 1400-1500 ip id 77 ip frag-off & 0x1fff != 0
          ip ttl < 3 ip checksum 999
          ip protocol gre ip saddr 10.7.0.0/16 ip daddr != 10.8.1.2
          ip saddr 10.7.0.1 ip daddr 10.7.0.2
          ip saddr 10.64.0.0/11 accept
          icmp type redirect icmp gateway 7
          icmp type destination-unreachable icmp code frag-needed
          icmp id 12 icmp sequence 13
          igmp type leave-group igmp mrt 8
          ip option rr ptr 4 ip option ra exists
        }
      }
      """, rules: 12)
  }

  @Test func writesFieldsOfIPv6() throws {
    try expectWordsOfNft(
      """
      table ip6 t {
        chain c {
          ip6 version 6 ip6 dscp cs4 ip6 flowlabel 77777
          ip6 length 60 ip6 nexthdr udp ip6 hoplimit 255
          ip6 saddr fd00:1:2::/48 ip6 daddr ::1
          ip6 saddr fd00::1 ip6 daddr fd00::2
          ip6 daddr ff02::/16 drop
          icmpv6 type packet-too-big icmpv6 mtu 1280
          icmpv6 type { mld-listener-query, nd-redirect }
          icmpv6 id 5
          hbh hdrlength 1 dst nexthdr tcp
          rt type 2 rt seg-left 1 srh tag 127 srh sid[1] fd00::7
          frag frag-off 33 frag more-fragments 1 frag id 5
          mh type home-test-init exthdr frag missing
        }
      }
      """, rules: 12)
  }

  @Test func writesFieldsOfTransports() throws {
    try expectWordsOfNft(
      """
      table inet t {
        chain c {
          tcp sport 1024-65535 tcp dport != 22
          tcp sport 53 tcp dport 1053
          tcp sequence 1 tcp ackseq 2 tcp doff 8 tcp window 512 tcp urgptr 3
          udp length 8 udp checksum 0
          udplite csumcov 8
          sctp dport 9 sctp vtag 4711
          sctp chunk data tsn 7 sctp chunk abort exists
          sctp chunk init num-inbound-streams 4
          dccp sport 5 dccp type closereq
          ah spi 300-400 ah sequence 5
          esp spi 256 esp sequence != 7
          comp cpi 2 comp flags 0x1
          th dport 53 th sport != { 1, 2 }
          tcp option maxseg size 536-1460
          tcp option window count 7 tcp option sack2 right 9
          tcp option 200 exists
          tcp option mptcp subtype 1
        }
      }
      """, rules: 17)
  }

  @Test func writesFieldsBelowIP() throws {
    try expectWordsOfNft(
      """
      table bridge t {
        chain c {
          ether saddr 02:00:00:00:00:01 ether daddr 02:00:00:00:00:02
          ether saddr 02:00:00:00:00:01 ether type arp
          ether type 0x88cc
          vlan id 12 vlan pcp 3
          vlan id 1 ip saddr 10.0.0.1
          ether type 8021q vlan type ip tcp dport 22
          ip saddr 10.0.0.1 udp dport 53
          arp operation request arp saddr ip 10.0.0.1
          ip6 daddr fd00::1 icmpv6 type echo-request
        }
      }
      table arp t {
        chain c {
          arp htype 1 arp ptype ip arp hlen 6 arp plen 4
          arp operation != reply arp daddr ether 02:00:00:00:00:01
          arp saddr ip 10.0.0.0/8 arp daddr ip { 10.0.0.1, 10.0.0.7 }
        }
      }
      table netdev t {
        chain c {
          type filter hook ingress device lo priority 0;
          ip dscp ef udp dport 1
          meta protocol arp arp operation reply
          vlan id 4094 vlan pcp 7 ip6 hoplimit 1
          ip protocol tcp
        }
      }
      """, rules: 16)
  }

  @Test func leavesOutWhatIsImplied() throws {
    try expectWordsOfNft(
      """
      table inet t {
        chain c {
          meta nfproto ipv4 ip saddr 10.0.0.1
          meta nfproto ipv4 tcp dport 80
          meta nfproto ipv6 meta l4proto tcp counter tcp dport 80
          meta l4proto tcp tcp flags syn
          meta l4proto { tcp, udp } th dport 53
          meta l4proto != tcp accept
          ip protocol udp udp dport 53
          ip protocol tcp ip saddr 10.0.0.1
          ip6 nexthdr icmpv6 icmpv6 type echo-reply
          icmp type echo-reply
          meta l4proto icmp icmp type echo-request
          meta l4proto 47 ip saddr 10.0.0.1
          ct original ip saddr 10.0.0.1
          tcp dport 5 ip6 saddr fd00::1 tcp sport 6
          @th,64,32 0x1 @ll,0,8 & 0x1 == 0x1
        }
      }
      table ip t {
        chain c {
          ip protocol tcp tcp dport 80
          ip protocol icmp icmp code 3
          meta l4proto udp ip ttl 1
        }
      }
      """, rules: 18)
  }
}
