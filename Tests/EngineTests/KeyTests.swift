import LabKit
import Testing

private let programs = Requirement.programs([
  "ip", "bridge", "nft", "iptables", "sysctl", "unshare",
])

/// Each key of a configuration, as other programs see what it has done.
@Suite(.needs(.root), .needs(programs)) struct KeyTests {
  let lab: PluginLab

  init() throws { lab = try PluginLab() }

  @Test(arguments: [
    ("", "ip -j address show cni0", #""local":"10.22.0.1","prefixlen":16"#),
    ("", "ip -n a -j route", #""dst":"default","gateway":"10.22.0.1""#),
    ("", "ip netns exec a sysctl net.ipv6.conf.eth0.accept_dad", "= 0"),
    ("", "ip netns exec a sysctl net.ipv4.conf.eth0.arp_notify", "= 1"),
    ("", "sysctl net.ipv4.ip_forward", "= 1"), ("", "sysctl net.ipv6.conf.all.forwarding", "= 1"),
    ("", "sysctl net.ipv6.conf.cni0.accept_ra", "= 0"),
    ("", "nft -j list chain inet cni_plugins_masquerade masq_checks", #"{"masquerade": null}"#),
    (#""enabledad":true,"#, "ip netns exec a sysctl net.ipv6.conf.eth0.accept_dad", "= 1"),
    (#""mtu":1400,"#, "ip -n a -j link show eth0", #""mtu":1400"#),
    (#""mtu":1400,"#, "ip -j link show master cni0", #""mtu":1400"#),
    (#""hairpinMode":true,"#, "bridge -d -j link", #""hairpin":true"#),
    (#""portIsolation":true,"#, "bridge -d -j link", #""isolated":true"#),
    (#""promiscMode":true,"#, "ip -d -j link show cni0", #""PROMISC""#),
    (#""forceAddress":true,"#, "ip -j address show cni0", #""local":"10.22.0.1""#),
    (
      #""args":{"cni":{"mac":"0a:00:00:00:00:07"}},"#, "ip -n a -j link show eth0",
      #""address":"0a:00:00:00:00:07""#
    ),
    (
      #""runtimeConfig":{"mac":"0a:00:00:00:00:08"},"#, "ip -n a -j link show eth0",
      #""address":"0a:00:00:00:00:08""#
    ),
    (
      #""runtimeConfig":{"ips":["10.22.9.9"]},"#, "ip -n a -j address show eth0",
      #""local":"10.22.9.9","prefixlen":16"#
    ),
    (
      #""macspoofchk":true,"#, "nft -j list table bridge nat",
      #""comment": "macspoofchk-container-a-eth0""#
    ),
    (#""ipMasqBackend":"iptables","#, "iptables -t nat -S", "-s 10.22.0.2/32 -m comment"),
  ]) func isSeenByOtherPrograms(_ keys: String, _ command: String, _ words: String) throws {
    let output = try lab.run(
      PluginTests.config("1.0.0", keys),
      """
      \(keys.contains("force") ? "ip link add cni0 type bridge; ip address add 10.9.9.9/24 dev cni0" : "")
      pod a; call ours ADD a > /dev/null
      \(command)
      """)
    #expect(output.contains(words))
    #expect(!output.contains("10.9.9.9"))
  }

  @Test(arguments: [
    (#""subnet":"10.22.0.0/16","rangeStart":"10.22.5.7""#, "10.22.5.7/16"),
    (#""subnet":"10.22.0.0/16","rangeStart":"10.22.5.7","rangeEnd":"10.22.5.7""#, "10.22.5.7/16"),
    (#""subnet":"10.22.0.0/16","gateway":"10.22.0.99""#, "10.22.0.99/16"),
    (#""ranges":[[{"subnet":"10.22.0.0/24"},{"subnet":"10.23.0.0/24"}]]"#, "10.22.0.2/24"),
    (
      #""subnet":"10.22.0.0/16","routes":[{"dst":"10.9.0.0/16","gw":"10.22.0.7"}]"#, "via 10.22.0.7"
    ),
    (#""subnet":"10.22.0.0/16","resolvConf":"DATA/../resolv""#, #""192.0.2.53""#),
  ]) func anAddressIsGivenAsAskedFor(_ ipam: String, _ words: String) throws {
    let output = try lab.run(
      PluginTests.config("1.0.0", ipam: ipam),
      """
      echo 'nameserver 192.0.2.53' > resolv
      pod a; call ours ADD a
      ip -n a -o address; ip -o address; ip -n a route
      """)
    #expect(output.contains(words))
  }

  @Test func aMACAddressComesInTheArgumentsToo() throws {
    let output = try lab.run(
      PluginTests.config(),
      "pod a; CNI_ARGS=MAC=0a:00:00:00:00:09 call ours ADD a; ip -n a -j link show eth0")
    #expect(output.contains(#""address":"0a:00:00:00:00:09""#))
  }

  @Test func aContainersEndMayStayDown() throws {
    let output = try lab.run(
      #"{"cniVersion":"1.0.0","name":"l2","type":"bridge","disableContainerInterface":true}"#,
      "pod a; call ours ADD a > /dev/null; ip -n a -j link show eth0")
    #expect(output.contains(#""operstate":"DOWN""#))
  }
}
