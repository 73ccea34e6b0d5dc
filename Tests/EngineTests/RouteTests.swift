import LabKit
import TestKit
import Testing

private let programs = Requirement.programs(["ip", "nft", "python3", "unshare"])

/// Routes in containers that have others already, and in ways that networks ask for them: the same as
/// the reference plugins make.
@Suite(.needs(.root), .needs(.plugins), .needs(programs)) struct RouteTests {
  let lab: PluginLab

  init() throws { lab = try PluginLab() }

  /// The keys of one network each, and of its ipam.
  @Test(arguments: [
    [(#""isDefaultGateway":true,"#, #""subnet":"10.1.0.0/24""#)],
    [
      (#""isDefaultGateway":true,"#, #""subnet":"10.1.0.0/24""#),
      (#""isDefaultGateway":true,"#, #""subnet":"10.2.0.0/24""#),
    ],
    [
      (#""isDefaultGateway":true,"#, #""subnet":"fd01::/64""#),
      (#""isDefaultGateway":true,"#, #""subnet":"fd02::/64""#),
    ],
    [("", #""subnet":"10.1.0.0/24","routes":[{"dst":"10.1.0.0/24"}]"#)],
    [
      (
        "",
        #""subnet":"10.1.0.0/24","routes":[{"dst":"10.9.0.0/24","gw":"10.1.0.7"},"#
          + #"{"dst":"10.9.0.0/24","gw":"10.1.0.8"}]"#
      )
    ],
    [
      (
        "",
        #""subnet":"fd01::/64","routes":[{"dst":"fd09::/64","gw":"fd01::7"},"#
          + #"{"dst":"fd09::/64","gw":"fd01::8"}]"#
      )
    ],
    [("", #""subnet":"10.1.0.0/24","routes":[{"dst":"10.9.0.0/24","table":0}]"#)],
    [
      (
        #""forceAddress":true,"#,
        #""ranges":[[{"subnet":"10.1.0.0/24"}],[{"subnet":"10.3.0.0/24"}]]"#
      )
    ],
  ]) func areTheReferencePlugins(_ networks: [(keys: String, ipam: String)]) throws {
    let configs = networks.enumerated().map { index, network in
      #"{"cniVersion":"1.0.0","name":"n\#(index)","type":"bridge","bridge":"br\#(index)","isGateway":true,"#
        + #"\#(network.keys)"ipam":{"type":"host-local","dataDir":"\#(lab.data)",\#(network.ipam)}}"#
    }
    for (index, config) in configs.enumerated() {
      try lab.scratch.write("net.\(index)", Array(config.utf8))
    }
    let output = try lab.run(
      "",
      """
      for who in theirs ours; do
        pod $who
        for file in net.?; do
          export CNI_COMMAND=ADD CNI_CONTAINERID=$who CNI_NETNS=/run/netns/$who CNI_IFNAME=${file/net./eth}
          CNI_PATH=${!who} ${!who}/bridge < $file > $file.json
          cp $file conf; chained $file.json > next
          [ $who = theirs ] || CNI_COMMAND=CHECK CNI_PATH=$ours $ours/bridge < next
        done
        ip -n $who route show table all | sed -E 's/ (proto|pref) [a-z]+//g; s/ *$//' \\
          | grep -v -e local -e broadcast -e cast | sort > $who.routes
        for file in net.?; do ip link del ${file/net./br}; done; rm -r \(lab.data)/n*
      done
      diff theirs.routes ours.routes && echo the same
      """)
    #expect(output == "the same\n")
  }

  /// 1.1.1 stops at a route that is there already; a default gateway may be asked for twice.
  @Test func oneThatIsThereAlreadyIsNoFailure() throws {
    let output = try lab.run(
      PluginTests.config(
        "1.0.0", #""isDefaultGateway":true,"#,
        ipam: #""subnet":"10.22.0.0/24","routes":[{"dst":"0.0.0.0/0"},{"dst":"0.0.0.0/0"}]"#),
      """
      pod a
      call ours ADD a > a.json; chained a.json > next; call ours CHECK a next
      ip -n a route show default
      """)
    #expect(output == "default via 10.22.0.1 dev eth0 \n")
  }

  /// A bridge with an address of another network, and one of IPv6 that is everywhere the same.
  @Test func gatewaysTakeThePlaceOfOthersOnlyOnce() throws {
    let output = try lab.run(
      PluginTests.config(
        "1.0.0", #""forceAddress":true,"#,
        ipam: #""ranges":[[{"subnet":"10.1.0.0/24"}],[{"subnet":"10.3.0.0/24"}],"#
          + #"[{"subnet":"fd01::/64","gateway":"fe80::1"}]]"#),
      """
      ip link add cni0 type bridge; ip address add 10.77.0.1/16 dev cni0; ip link set cni0 up
      pod a; pod b
      for pod in a b; do call ours ADD $pod > a.json; chained a.json > next; call ours CHECK $pod next; done
      ip -o address show cni0 | awk '{ print $4 }' | grep -v -e fe80::[^1] | tr '\\n' ' '
      """)
    #expect(output == "10.1.0.1/24 10.3.0.1/24 fe80::1/64 ")
  }

  /// systemd's `MACAddressPolicy` leaves addresses that were set, and CHECK minds no other.
  @Test func theHostsEndHasAnAddressOfItsOwn() throws {
    let output = try lab.run(
      PluginTests.config(),
      """
      pod a; call ours ADD a > a.json; chained a.json > next
      host=$(ip -br link show type veth | cut -d@ -f1)
      mount -t sysfs none /sys; cat /sys/class/net/$host/addr_assign_type
      ip link set $host address 0a:00:00:00:00:07
      call ours CHECK a next && echo well
      """)
    #expect(output == "3\nwell\n")  // NET_ADDR_SET
  }
}
