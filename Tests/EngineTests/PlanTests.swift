import Addressing
import CNI
import Engine
import Testing

@Suite struct PlanTests {
  @Test func theClassicConfigurationInTenSteps() throws {
    #expect(
      try Classic.plan().steps.map(\.title) == [
        "reserve 10.22.0.2", "make the bridge cni0", "make the pair veth1 and eth0",
        "plug veth1 into cni0", "give eth0 its addresses and bring it up", "give routes to eth0",
        "make cni0 the gateway", "forward IPv4", "masquerade what leaves the network",
        "wait until veth1 carries",
      ])
  }

  @Test func isAScriptThatTeaches() throws {
    let script = try Classic.plan().steps.map(\.description).joined(separator: "\n")
    #expect(
      script == """
        mkdir -p /var/lib/cni/networks/mynet
        flock /var/lib/cni/networks/mynet/lock sh -Cc \
        'printf "%s\\r\\n%s" one eth0 > /var/lib/cni/networks/mynet/10.22.0.2'
        printf %s 10.22.0.2 > /var/lib/cni/networks/mynet/last_reserved_ip.0
        ip link add name cni0 type bridge
        sysctl -w net/ipv6/conf/cni0/accept_ra=0
        ip link set dev cni0 up
        ip link add name veth1 type veth peer name eth0 netns /run/netns/one
        ip link set dev veth1 master cni0 up
        nsenter --net=/run/netns/one sysctl -w net/ipv4/conf/eth0/arp_notify=1
        nsenter --net=/run/netns/one ip address add 10.22.0.2/16 dev eth0
        nsenter --net=/run/netns/one ip link set dev eth0 up
        nsenter --net=/run/netns/one ip route add 0.0.0.0/0 via 10.22.0.1 dev eth0
        ip address add 10.22.0.1/16 dev cni0
        sysctl -w net/ipv4/ip_forward=1
        nft add table inet cni_plugins_masquerade
        nft add chain inet cni_plugins_masquerade masq_checks
        nft add chain inet cni_plugins_masquerade postrouting \
        '{ type nat hook postrouting priority srcnat; }'
        nft flush chain inet cni_plugins_masquerade postrouting
        nft add rule inet cni_plugins_masquerade postrouting ip daddr 224.0.0.0/4 return
        nft add rule inet cni_plugins_masquerade postrouting ip6 daddr ff00::/8 return
        nft add rule inet cni_plugins_masquerade postrouting goto masq_checks
        nft add rule inet cni_plugins_masquerade masq_checks ip saddr 10.22.0.2 \
        ip daddr != 10.22.0.0/16 counter masquerade comment \
        '"d23676b4f2d9fe04-287fc69eff0574a2, net: mynet, if: eth0, id: one"'
        until ip link show dev veth1 | grep -q 'state UP'; do sleep 0.1; done
        """)
  }

  @Test func everyStepHasAReasonOfOneSentence() throws {
    var steps = try Classic.plan { $0.macspoofchk = true }.steps
    steps += Plan.del(Classic.attachment, try config("macspoofchk", "ipMasq"), nil).steps
    for step in steps {
      #expect(step.reason.hasSuffix(".") && step.reason.count { $0 == "." } == 1)
      #expect(!step.commands.isEmpty && !step.checkCommands.isEmpty)
      #expect(!step.detail.isEmpty && !step.request.isEmpty)
    }
  }

  @Test func sayWhatTheyAreAboutAndWhatTheyAskFor() throws {
    let steps = try Classic.plan().steps
    #expect(
      steps.map { "\($0.detail) | \($0.request)" } == [
        "10.22.0.2 | O_EXCL file", "cni0 | RTM_NEWLINK bridge",
        "veth1 and one/eth0 | RTM_NEWLINK veth", "veth1 in cni0 | RTM_NEWLINK master",
        "10.22.0.2/16 on one/eth0 | RTM_NEWADDR, IFF_UP",
        "0.0.0.0/0 via 10.22.0.1 in one | RTM_NEWROUTE", "10.22.0.1/16 on cni0 | RTM_NEWADDR",
        "IPv4 | /proc/sys/net/ipv4/ip_forward",
        "10.22.0.2 outside 10.22.0.0/16 | nft batch", "veth1 | RTM_GETLINK",
      ])
    #expect(
      steps.flatMap(\.checkCommands) == [
        "cat /var/lib/cni/networks/mynet/10.22.0.2", "ip -d link show dev cni0",
        "ip -d link show dev veth1", "nsenter --net=/run/netns/one ip link show dev eth0",
        "bridge -d link show dev veth1",
        "nsenter --net=/run/netns/one ip address show dev eth0",
        "nsenter --net=/run/netns/one ip -4 route show table all dev eth0",
        "ip address show dev cni0", "sysctl net/ipv4/ip_forward",
        "nft list chain inet cni_plugins_masquerade masq_checks"
          + " | grep -F d23676b4f2d9fe04-287fc69eff0574a2",
        "ip -br link show dev veth1",
      ])
    #expect(
      steps.flatMap(\.undos).map(\.description) == [
        "release the addresses of one", "delete bridge cni0", "delete veth1",
        "delete 10.22.0.1/16 from cni0", "set net/ipv4/ip_forward back to 0",
        "end the masquerade of one",
      ])
  }

  @Test func inAVLANTheGatewayHasAnEndOfItsOwn() throws {
    let steps = try Classic.plan { $0.vlan = 100 }.steps
    #expect(
      steps[6...8].map(\.title) == [
        "tie cni0.100 to VLAN 100 of cni0", "make cni0.100 the gateway", "forward IPv4",
      ])
    #expect(
      steps[6...7].flatMap(\.commands) == [
        "ip link add name cni0.100 type veth peer name vetha40b2aa7",
        "ip link set dev vetha40b2aa7 master cni0 up",
        "bridge vlan del dev vetha40b2aa7 vid 1",
        "bridge vlan add dev vetha40b2aa7 vid 100 pvid untagged",
        "ip link set dev cni0.100 up", "ip address add 10.22.0.1/16 dev cni0.100",
      ])
    #expect(steps[1].commands[0] == "ip link add name cni0 type bridge vlan_filtering 1")
    #expect(steps[3].commands.last == "bridge vlan add dev veth1 vid 100 pvid untagged")
  }

  @Test func aBridgesNameLeavesRoomForTheVLANOfItsGateway() throws {
    let error = #expect(throws: CNIError.self) {
      try PluginInput(
        Array(#"{"bridge":"bridge-of-mynet","isGateway":true,"vlan":4000}"#.utf8)
      ).bridge(PluginArguments())
    }
    #expect(error?.code == .invalidConfiguration)
    #expect(error?.message.contains("bridge-of-mynet.4000") == true)
  }

  @Test func addsADefaultRouteOnlyWhereThereIsNone() throws {
    func routes(_ keys: String, _ assignment: Assignment) throws -> [String] {
      assignment.completed(by: try config(keys)).routes.map {
        "\($0.destination) via \($0.gateway?.description ?? "-")"
      }
    }
    let address = AttachmentResult.Address(prefix: try #require(Prefix("10.1.0.5/16")))
    let plain = Assignment(addresses: [address])
    #expect(try routes("isGateway", plain) == [])
    #expect(try routes("isDefaultGateway", plain) == ["0.0.0.0/0 via 10.1.0.1"])
    let all = try #require(Prefix("0.0.0.0/0"))
    let own = Assignment(
      addresses: [address],
      routes: [ResultRoute(destination: all, gateway: IPAddress("10.1.0.9"))])
    #expect(try routes("isDefaultGateway", own) == ["0.0.0.0/0 via 10.1.0.9"])
  }

  @Test func withoutAddressesItOnlyPlugsIn() throws {
    let plan = Plan.add(
      Classic.attachment, at: Classic.end, try config("isGateway", "ipMasq"), nil, host: "veth1")
    #expect(
      plan.steps.map(\.title) == [
        "make the bridge cni0", "make the pair veth1 and eth0", "plug veth1 into cni0",
        "bring eth0 up", "wait until veth1 carries",
      ])
    let disabled = Plan.add(
      Classic.attachment, at: Classic.end, try config("disableContainerInterface"), nil,
      host: "veth1")
    #expect(disabled.steps.count == 3)
  }

  @Test func takesTheInterfaceAwayBeforeItsAddress() throws {
    let reservation = Reservation(dataDir: "/d", network: "mynet", key: Classic.attachment.key)
    let plan = Plan.del(Classic.attachment, try config("ipMasq"), reservation)
    #expect(
      plan.steps.map(\.title) == [
        "end the masquerade", "delete eth0 and its other end", "release the addresses",
      ])
    var gone = Classic.attachment
    gone.namespacePath = nil
    #expect(
      Plan.del(gone, try config("ipMasq"), reservation).steps.map(\.title) == [
        "end the masquerade", "delete eth0 and its other end", "release the addresses",
      ])
    let host = Classic.attachment.tag.hostInterface(attempt: 0)
    #expect(
      Plan.del(gone, try config("ipMasq"), reservation).steps[1].commands == [
        "ip link delete dev \(host)"
      ])
  }

  private func config(_ flags: String...) throws -> BridgeConfig {
    let keys = flags.map { "\"\($0)\":true" }.joined(separator: ",")
    return try PluginInput(Array("{\(keys)}".utf8)).bridge(PluginArguments())
  }
}
