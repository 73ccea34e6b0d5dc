import LabKit
import Testing

private let programs = Requirement.programs([
  "conntrack", "ip", "nft", "ping", "python3", "unshare",
])

/// Our plugin, called as a runtime calls it, seen through iproute2 and nft.
@Suite(.needs(.root), .needs(programs)) struct PluginTests {
  let lab: PluginLab

  init() throws { lab = try PluginLab() }

  static func config(_ version: String = "1.0.0", _ keys: String = "", ipam: String? = nil)
    -> String
  {
    let ipam =
      ipam ?? #""ranges":[[{"subnet":"10.22.0.0/16"}],[{"subnet":"fd22::/64"}]],"#
      + #""routes":[{"dst":"0.0.0.0/0"},{"dst":"::/0"}]"#
    return #"{"cniVersion":"\#(version)","name":"mynet","type":"bridge","bridge":"cni0",\#(keys)"#
      + #""isGateway":true,"ipMasq":true,"ipam":{"type":"host-local","dataDir":"DATA",\#(ipam)}}"#
  }

  @Test func wiresTwoPodsToEachOtherAndToWhatIsBeyond() throws {
    let output = try lab.run(
      Self.config(),
      """
      pod a; pod b
      ip netns add out; ip link add up0 type veth peer name eth0 netns out
      ip address add 192.0.2.1/24 dev up0; ip link set up0 up
      ip -n out address add 192.0.2.2/24 dev eth0; ip -n out link set eth0 up
      call ours ADD a > a.json
      call ours ADD b > b.json
      inside a ping -c1 -W2 10.22.0.1 > /dev/null
      inside a ping -c1 -W2 10.22.0.3 > /dev/null
      inside a ping -c1 -W2 fd22::3 > /dev/null
      inside out nft 'add table inet seen'
      inside out nft 'add chain inet seen in { type filter hook input priority 0; }'
      inside out nft 'add rule inet seen in ip saddr 192.0.2.1 icmp type echo-request counter'
      inside a ping -c3 -i0.01 -W2 192.0.2.2 > /dev/null
      inside out nft list table inet seen
      conntrack -L -p icmp 2> /dev/null
      ip -n a route; ip -n a -6 route
      sysctl net.ipv4.ip_forward net.ipv6.conf.all.forwarding
      nft list ruleset
      """)
    #expect(output.contains("echo-request counter packets 3 "))
    #expect(output.contains("src=10.22.0.2 dst=192.0.2.2") && output.contains("dst=192.0.2.1 "))
    #expect(output.contains("default via 10.22.0.1 dev eth0"))
    #expect(output.contains("default via fd22::1 dev eth0"))
    #expect(output.contains("net.ipv4.ip_forward = 1"))
    #expect(output.contains("net.ipv6.conf.all.forwarding = 1"))
    #expect(output.contains("ip saddr 10.22.0.2 ip daddr != 10.22.0.0/16 counter packets 1 "))
    #expect(output.contains("ip6 saddr fd22::2 ip6 daddr != fd22::/64 counter packets 0 "))
    #expect(output.ranges(of: "goto masq_checks").count == 1)
    #expect(try lab.leases() == ["10.22.0.2", "10.22.0.3", "fd22::2", "fd22::3"])
  }

  @Test(arguments: ["0.1.0", "0.2.0", "0.3.0", "0.3.1", "0.4.0", "1.0.0", "1.1.0"])
  func addsChecksAndDeletesInEveryVersion(_ version: String) throws {
    let output = try lab.run(
      Self.config(version),
      """
      pod a
      call ours ADD a > a.json
      chained a.json > next
      \(version < "0.4.0" ? "! call ours CHECK a next" : "call ours CHECK a next")
      call ours DEL a next
      call ours DEL a
      ip -n a link show eth0 2>&1 || true
      nft list ruleset; cat a.json
      """)
    #expect(output.contains("does not exist") && !output.contains("masquerade comment"))
    #expect(output.contains(#""cniVersion": "\#(version)""#))
    #expect(output.contains(#""ip4""#) == (version < "0.3.0"))
    #expect(try lab.leases() == [])
  }

  @Test func deletesWhatIsLeftWhenTheNamespaceIsGone() throws {
    let output = try lab.run(
      Self.config(),
      """
      pod a; pod b
      call ours ADD a > /dev/null
      call ours ADD b > /dev/null
      ip netns del a
      call ours DEL a
      sed -i 's/"type":"bridge"/"type":"bridge","x":1/' conf
      CNI_COMMAND=DEL CNI_CONTAINERID=container-b CNI_IFNAME=eth0 CNI_PATH=$ours $ours/bridge < conf
      nft list ruleset
      """)
    #expect(!output.contains("masquerade comment"))
    #expect(try lab.leases() == [])
  }

  @Test func honoursWhatTheKernelCanShow() throws {
    let output = try lab.run(
      Self.config(
        "1.1.0",
        #""mtu":1400,"hairpinMode":true,"portIsolation":true,"runtimeConfig":"#
          + #"{"mac":"0a:00:00:00:00:05","ips":["10.22.0.50"]},"dns":{"nameservers":["10.0.0.10"]},"#,
        ipam: #""subnet":"10.22.0.0/16","routes":[{"dst":"10.9.0.0/16","priority":7,"mtu":1300}]"#),
      """
      pod a
      call ours ADD a
      ip -n a -d link show eth0; ip -n a address; ip -n a route
      ip -d link show type veth; ip -d link show cni0
      """)
    #expect(output.contains("link/ether 0a:00:00:00:00:05"))
    #expect(output.contains("inet 10.22.0.50/16 brd 10.22.255.255"))
    #expect(output.contains("10.9.0.0/16 via 10.22.0.1 dev eth0 metric 7 mtu 1300"))
    #expect(output.contains("hairpin on") && output.contains("isolated on"))
    #expect(output.contains("mtu 1400") && !output.contains("mtu 1500"))
    #expect(output.contains(#""10.0.0.10""#) && output.contains(#""mtu": 1400"#))
  }

  @Test func dropsWhatClaimsAnotherSender() throws {
    let output = try lab.run(
      Self.config("1.0.0", #""macspoofchk":true,"#),
      """
      pod a; pod b
      call ours ADD a > a.json; call ours ADD b > /dev/null
      nft list table bridge nat
      inside a ping -c1 -W2 10.22.0.3 > /dev/null
      ip -n a link set eth0 address 0a:00:00:00:00:99
      inside a ping -c1 -W1 10.22.0.3 > /dev/null && echo "spoofed" || echo "dropped"
      call ours DEL a; call ours DEL b
      echo after; nft list table bridge nat
      """)
    #expect(output.contains("comment \"macspoofchk-container-a-eth0\""))
    #expect(output.contains("dropped") && !output.contains("spoofed"))
    let after = output.split(separator: "after\n").last
    #expect(after?.contains("container-") == false)
  }
}
