import LabKit
import Testing

private let programs = Requirement.programs(["ip", "nft", "iptables", "python3", "unshare"])

/// Our plugin and the reference plugins on one node, one data directory and one firewall.
@Suite(.needs(.root), .needs(.plugins), .needs(programs)) struct ReferencePluginTests {
  let lab: PluginLab

  init() throws { lab = try PluginLab() }

  @Test(arguments: [("ours", "theirs"), ("theirs", "ours")], ["0.4.0", "1.0.0"])
  func oneChecksAndDeletesWhatTheOtherAdds(_ pair: (String, String), _ version: String) throws {
    let (first, second) = pair
    let output = try lab.run(
      PluginTests.config(version, #""ipMasqBackend":"iptables","#),
      """
      pod a
      call \(first) ADD a > a.json
      chained a.json > next
      call \(second) CHECK a next
      call \(second) DEL a next
      ip -n a link show eth0 2>&1 || true
      nft list ruleset
      """)
    #expect(output.contains("does not exist") && !output.contains("CNI-"))
    #expect(try lab.leases() == [])
  }

  /// But for names and addresses that are made up.
  @Test(arguments: ["0.1.0", "0.2.0", "0.3.0", "0.3.1", "0.4.0", "1.0.0"])
  func answersAsTheyDo(_ version: String) throws {
    let output = try lab.run(
      PluginTests.config(version, #""dns":{"nameservers":["10.0.0.10"],"search":["a.example"]},"#),
      """
      pod a
      for who in ours theirs; do
        call $who ADD a > $who.json; call $who DEL a
        ip link del cni0; rm -r \(lab.data)/mynet
      done
      python3 -c 'import json, re
      def plain(name):
        text = re.sub("(..:){5}..", "MAC", re.sub("veth[0-9a-f]{8}", "veth", open(name).read()))
        return json.loads(text)
      ours, theirs = plain("ours.json"), plain("theirs.json")
      print("the same" if ours == theirs else f"{ours}\\n{theirs}")'
      """)
    #expect(output == "the same\n")
  }

  @Test func removesTheirMasqueradeByIptables() throws {
    let output = try lab.run(
      PluginTests.config(),
      """
      pod a; pod b
      call theirs ADD a > /dev/null
      call theirs ADD b > /dev/null
      call ours DEL a
      nft list ruleset
      echo ---
      ip netns del b
      call ours DEL b
      nft list ruleset; iptables -t nat -S POSTROUTING
      """)
    let halves = output.split(separator: "---\n")
    #expect(!halves[0].contains("10.22.0.2 ") && halves[0].contains("10.22.0.3 "))
    #expect(!halves[1].contains("CNI-"))
    #expect(try lab.leases() == [])
  }

  /// Nobody but the rule itself knows of the container any more.
  @Test func collectsTheirMasqueradeWithoutALease() throws {
    let output = try lab.run(
      PluginTests.config("1.0.0"),
      """
      pod a; pod b
      call theirs ADD a > /dev/null; call theirs ADD b > /dev/null
      sed 's/mynet/other/; s/10.22/10.23/; s/fd22/fd23/; s/cni0/cni1/' conf > conf2
      pod c; call theirs ADD c conf2 > /dev/null
      ip netns del b; rm \(lab.data)/mynet/10.22.0.3 \(lab.data)/mynet/fd22::3
      sed 's/1.0.0/1.1.0/; s/"name"/"cni.dev\\/valid-attachments":[{"containerID":"container-a","ifname":"eth0"}],"name"/' \
        conf > gc
      call ours GC a gc
      iptables -t nat -S; ip6tables -t nat -S
      """)
    #expect(output.ranges(of: "-N CNI-").count == 4)
    #expect(!output.contains("10.22.0.3/32") && output.contains("10.22.0.2/32"))
    #expect(output.contains("10.23.0.2/32"))
  }

  @Test(.needs(.programs(["iptables-legacy"])))
  func removesTheirMasqueradeByIPTablesLegacy() throws {
    let output = try lab.run(
      PluginTests.config(ipam: #""subnet":"10.22.0.0/16""#),
      """
      mkdir bin; for name in iptables iptables-save; do
        ln -s $(type -P iptables-legacy) bin/$name; done
      pod a
      PATH=$PWD/bin:$PATH call theirs ADD a > /dev/null
      iptables-legacy -t nat -S
      echo ---
      call ours DEL a
      iptables-legacy -t nat -S
      """)
    let halves = output.split(separator: "---\n")
    #expect(halves[0].contains("-j CNI-") && !halves[1].contains("CNI-"))
  }

  @Test func theirBridgeTakesAddressesFromOurHostLocal() throws {
    let output = try lab.run(
      PluginTests.config(),
      """
      pod a
      mkdir mixed; cp /usr/lib/cni/bridge mixed/; ln -s $ours/host-local mixed/host-local
      mixed=$PWD/mixed
      call mixed ADD a > a.json
      ls \(lab.data)/mynet; ip -n a address
      chained a.json > next
      call mixed CHECK a next
      call mixed DEL a next
      """)
    #expect(output.contains("10.22.0.2\n") && output.contains("inet 10.22.0.2/16"))
    #expect(try lab.leases() == [])
  }

  @Test func takesAddressesFromTheirPlugins() throws {
    let output = try lab.run(
      #"{"cniVersion":"1.0.0","name":"mynet","type":"bridge","isGateway":true,"ipMasq":true,"#
        + #""ipam":{"type":"static","addresses":[{"address":"10.44.0.9/24"}]}}"#,
      """
      pod a
      ours() { CNI_COMMAND=$1 CNI_CONTAINERID=one CNI_NETNS=/run/netns/a CNI_IFNAME=eth0 \\
        CNI_PATH=$theirs $ours/bridge < ${2:-conf}; }
      ours ADD > a.json
      ip -n a -br address; ip -br address show cni0; nft list ruleset
      chained a.json > next
      ours CHECK next
      ours DEL next
      ! ip -n a link show eth0 2> /dev/null
      sed 's/static/dhcp/' conf > dhcp
      ours ADD dhcp || true
      sed 's/static/nothing/' conf > nothing
      ours ADD nothing || true
      mkdir open; cp /usr/lib/cni/static open/; chmod 0777 open
      CNI_COMMAND=ADD CNI_CONTAINERID=one CNI_NETNS=/run/netns/a CNI_IFNAME=eth0 \\
        CNI_PATH=$PWD/open $ours/bridge < conf || true
      """)
    #expect(output.contains("10.44.0.9/24") && output.contains("10.44.0.1/24"))
    #expect(output.contains("ip saddr 10.44.0.9 "))
    #expect(output.contains("dhcp daemon"))
    #expect(output.contains("there is no plugin nothing"))
    #expect(output.contains("open/static is not run: everybody may write to "))
  }
}
