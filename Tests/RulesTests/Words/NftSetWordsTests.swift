import FirewallKit
import LabKit
import Testing

/// Sets and maps that a rule has by their elements or by their names.
@Suite(.needs(.root), .needs(.firewall)) struct NftSetWordsTests {
  @Test func writesElements() throws {
    try expectWordsOfNft(
      """
      table inet t {
        chain other { }
        chain c {
          tcp dport { 443, 22, 80 }
          tcp dport != { 1-9, 11, 12-15, 65535 }
          ip saddr { 10.0.0.0/8, 192.168.1.1, 172.16.0.5-172.16.0.9 }
          ip6 daddr { fd00::/64, fd01::1-fd01::9 }
          iifname { "veth1", "eth0", "lo" }
          oifname { "eth*", "cni0" }
          meta mark { 0x1, 0x100, 0x20000 }
          ct mark { 5-9, 0x10000 }
          ip dscp { ef, cs0 }
          ip6 dscp != { cs1, 0x3f }
          tcp flags { syn, syn | ack }
          ct state { new, established }
          meta length { 64, 100-200 }
          ip protocol { tcp, udp }
          icmp code { 111, host-unreachable }
          meta nfproto { ipv4, ipv6 } ether saddr { 02:00:00:00:00:01 }
          meta hour { "10:00", "11:00" }
          tcp dport vmap { 22 : accept, 80-90 : jump other, * : drop }
          ct state vmap { new : continue, established : return }
          ip saddr vmap { 9.0.0.0/8 : drop, 10.255.0.0-11.0.0.5 : accept }
        }
      }
      """, rules: 20)
  }

  @Test func writesKeysOfSeveralParts() throws {
    try expectWordsOfNft(
      """
      table inet t {
        chain c {
          ip saddr . tcp dport { 10.0.0.2 . 80, 10.0.0.1 . 443 }
          iifname . ip saddr != { "eth*" . 10.0.0.0/8, "lo" . 127.0.0.1 }
          ip6 saddr . udp dport . meta mark { fd00::1 . 53 . 0x1 }
          ip saddr . meta mark { 10.0.0.1-10.0.0.9 . 0x10-0x20, 10.1.0.0/16 . 0x1 }
          ether saddr . ip saddr vmap { 02:00:00:00:00:01 . 10.0.0.1 : accept }
          meta l4proto . th dport { tcp . 53, udp . 53 }
          ct original ip saddr . ct mark { 10.0.0.1 . 0x5 }
        }
      }
      """, rules: 7)
  }

  @Test func writesSetsOfNames() throws {
    try expectWordsOfNft(
      """
      table inet t {
        set four { type ipv4_addr; flags interval; elements = { 10.0.0.0/8 } }
        set pairs { type ipv4_addr . inet_service; }
        set lengths { typeof meta length; elements = { 5 } }
        map marks { typeof ip saddr : meta mark; }
        map verdicts { type ifname : verdict; }
        map endpoints { type ipv4_addr . inet_service : ipv4_addr . inet_service; }
        chain nat {
          type nat hook prerouting priority dstnat;
          dnat ip to ip daddr . tcp dport map @endpoints
          dnat ip to tcp dport map { 80 : 10.0.0.1 . 8080, 443 : 10.0.0.2 . 8443 }
        }
        chain c {
          ip saddr @four ip daddr != @four
          ip daddr . udp dport @pairs
          meta length @lengths
          meta mark set ip saddr map @marks
          iifname vmap @verdicts
        }
      }
      """, rules: 7)
  }

  /// What is added has the types of the set.
  @Test func writesWhatIsAdded() throws {
    try expectWordsOfNft(
      """
      table inet t {
        set pairs { type ipv4_addr . inet_service; size 99; flags dynamic; }
        set offsets { typeof frag frag-off; }
        map chosen { type ipv4_addr : mark; size 99; flags dynamic; }
        chain c {
          add @pairs { ip saddr . 22 }
          update @pairs { ip daddr . tcp dport }
          update @chosen { ip saddr : 0x2 }
          update @chosen { ip saddr : ct mark }
          frag frag-off @offsets
        }
      }
      table netdev t {
        set vlans { typeof vlan id; size 99; flags dynamic, timeout; }
        chain c { update @vlans { vlan id timeout 5s } counter; }
      }
      """, rules: 6)
  }

  /// As kube-proxy chooses endpoints.
  @Test func writesEndpointsOfServices() throws {
    try expectWordsOfNft(
      """
      table ip t {
        chain one { }
        chain two { }
        chain c {
          numgen random mod 2 vmap { 0 : goto one, 1 : goto two }
          ip daddr . meta l4proto . th dport vmap { 10.96.0.1 . tcp . 443 : goto one }
          meta l4proto . th dport vmap { udp . 53 : goto two, tcp . 53 : goto one }
          meta mark & 0x4000 == 0x4000 return
          jhash ip saddr mod 2 vmap { 0 : goto one, 1 : goto two }
        }
      }
      """, rules: 5)
  }
}
