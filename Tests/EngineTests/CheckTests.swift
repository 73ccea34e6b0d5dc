import LabKit
import Testing

private let programs = Requirement.programs(["ip", "bridge", "nft", "python3", "unshare"])

/// CHECK looks at everything that ADD has made, and says what is different.
@Suite(.needs(.root), .needs(programs)) struct CheckTests {
  let lab: PluginLab

  init() throws { lab = try PluginLab() }

  @Test(arguments: [
    ("ip -n a link set eth0 down", "eth0 is down"),
    ("ip -n a address del 10.22.0.2/16 dev eth0", "eth0 does not have the address 10.22.0.2/16"),
    ("ip -n a route del default", "there is no route to 0.0.0.0/0"),
    ("ip -n a -6 route del default", "there is no route to ::/0"),
    ("ip -n a link del eth0", "there is no eth0"),
    ("ip -n a link set eth0 address 0a:00:00:00:00:09", "MAC address 0a:00:00:00:00:09, not"),
    ("ip address del 10.22.0.1/16 dev cni0", "cni0 does not have the address 10.22.0.1/16"),
    ("ip link set cni0 down", "cni0 is down"),
    ("ip link del cni0", "there is no bridge cni0"),
    ("ip link set $(host) nomaster", "is not plugged into cni0"),
    ("ip link set $(host) down", "is down"),
    ("bridge link set dev $(host) hairpin off", "has no hairpin mode"),
    ("bridge link set dev $(host) isolated off", "is not isolated"),
    ("sysctl -q -w net.ipv4.ip_forward=0", "net/ipv4/ip_forward is 0"),
    ("nft flush chain inet cni_plugins_masquerade masq_checks", "is not masqueraded"),
    ("nft flush ruleset", "nothing checks who sends"),
    ("rm DATA/mynet/10.22.0.2", "does not hold 10.22.0.2"),
  ]) func saysWhatIsDifferent(_ damage: String, _ words: String) throws {
    let keys = #""hairpinMode":true,"portIsolation":true,"macspoofchk":true,"#
    let output = try lab.run(
      PluginTests.config("1.0.0", keys),
      """
      host() { ip -br link show type veth | cut -d@ -f1; }
      pod a
      call ours ADD a > a.json
      chained a.json > next
      call ours CHECK a next && echo well
      \(damage.replacing("DATA", with: lab.data))
      call ours CHECK a next || echo ill
      """)
    #expect(output.hasPrefix("well\n") && output.hasSuffix("ill\n"))
    #expect(output.contains(words))
  }
}
