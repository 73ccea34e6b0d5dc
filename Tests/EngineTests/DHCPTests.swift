import LabKit
import Testing

private let programs = Requirement.programs(["ip", "dnsmasq", "python3", "unshare"])

/// Addresses from a DHCP server, by the plugin `dhcp` and its daemon.
@Suite(.needs(.root), .needs(.plugins), .needs(programs)) struct DHCPTests {
  let lab: PluginLab
  private let config =
    #"{"cniVersion":"1.0.0","name":"mynet","type":"bridge","bridge":"cni0","ipam":"#
    + #"{"type":"dhcp","daemonSocketPath":"SOCKET"}}"#

  init() throws { lab = try PluginLab() }

  private func run(_ script: String) throws -> String {
    let socket = lab.file("socket")
    return try lab.run(
      config.replacing("SOCKET", with: socket),
      """
      dhcp() { CNI_COMMAND=$1 CNI_CONTAINERID=one CNI_NETNS=/run/netns/a CNI_IFNAME=eth0 \\
        CNI_PATH=$theirs $ours/bridge < ${2:-conf}; }
      pod a
      \(script)
      """)
  }

  @Test func takesAnAddressFromAServerAndGivesItBack() throws {
    let output = try run(
      """
      ip link add cni0 type bridge; ip address add 10.77.0.1/24 dev cni0; ip link set cni0 up
      dnsmasq --keep-in-foreground --port=0 --interface=cni0 --bind-interfaces --user=root \\
        --dhcp-range=10.77.0.50,10.77.0.59,1h --dhcp-leasefile=leases --pid-file= \\
        --dhcp-authoritative --no-ping --log-dhcp --log-facility=- 2> dnsmasq.log &
      server=$!
      $theirs/dhcp daemon -socketpath \(lab.file("socket")) > daemon.log 2>&1 &
      daemon=$!
      trap 'kill $server $daemon' EXIT
      for _ in $(seq 100); do [ -S socket ] && break; sleep 0.05; done
      dhcp ADD > a.json || { cat a.json daemon.log dnsmasq.log; exit 1; }
      cat a.json; ip -n a -br address show eth0; ip -n a route
      chained a.json > next; dhcp CHECK next
      dhcp DEL
      echo ---
      ip -n a -br link; cat leases; grep -c DHCPRELEASE dnsmasq.log
      """)
    let halves = output.split(separator: "---\n")
    #expect(halves[0].contains(#""address": "10.77.0.5"#) && halves[0].contains("10.77.0.5"))
    #expect(!halves[1].contains("eth0") && !halves[1].contains("10.77.0"))
    #expect(halves[1].hasSuffix("\n1\n"))
  }

  @Test func saysWhatToStartAndUndoesTheWiring() throws {
    let output = try run(
      """
      state > before
      dhcp ADD || true
      state | diff before - && echo same
      dhcp DEL || true
      """)
    #expect(output.contains("start its daemon first, as in: /usr/lib/cni/dhcp daemon"))
    #expect(output.contains("same\n"))
  }
}
