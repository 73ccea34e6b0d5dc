import LabKit
import Testing

/// What is wrong is said, with its code, and nothing is changed.
@Suite(.needs(.root), .needs(.programs(["ip", "nft", "unshare"]))) struct BadInputTests {
  let lab: PluginLab

  init() throws { lab = try PluginLab() }

  /// Runs an ADD that has to fail, and compares the node before with the node after.
  private func refusal(
    _ config: String = PluginTests.config(), before: String = "", with variables: String = ""
  ) throws -> String {
    let output = try lab.run(
      config,
      """
      pod a
      \(before)
      state > before
      env CNI_COMMAND=ADD CNI_CONTAINERID=x CNI_NETNS=/run/netns/a CNI_IFNAME=eth0 \\
        CNI_PATH=$ours \(variables) $ours/bridge < conf && exit 9
      state > after
      cmp before after
      """)
    return output
  }

  @Test(arguments: [
    ("CNI_NETNS=/run/netns/none", 3, "cannot open /run/netns/none: No such file"),
    ("CNI_NETNS=/etc/passwd", 3, "cannot open /etc/passwd as a network namespace"),
    ("CNI_NETNS=/", 3, "cannot open / as a network namespace"),
    ("CNI_NETNS=/run/netns/none CNI_COMMAND=CHECK", 3, "cannot open /run/netns/none"),
    ("CNI_NETNS=/proc/self/ns/net", 4, "CNI_NETNS is the plugin's own namespace"),
    ("CNI_NETNS=", 4, "the variable CNI_NETNS is missing"),
    ("CNI_IFNAME=", 4, "the variable CNI_IFNAME is missing"),
    ("CNI_CONTAINERID=", 4, "the variable CNI_CONTAINERID is missing"),
    ("CNI_PATH=", 4, "the variable CNI_PATH is missing"),
    ("CNI_IFNAME=a/b", 4, "CNI_IFNAME cannot be"), ("CNI_IFNAME=..", 4, "CNI_IFNAME cannot be"),
    ("CNI_IFNAME=0123456789abcdef", 4, "CNI_IFNAME cannot be"),
    ("CNI_CONTAINERID=..", 4, "CNI_CONTAINERID cannot be"),
    ("CNI_CONTAINERID=../x", 4, "CNI_CONTAINERID cannot be"),
    ("CNI_COMMAND=MAKE", 4, "unknown CNI_COMMAND"), ("CNI_ARGS=A=B", 4, "unknown names: A"),
    ("CNI_ARGS=IP=10.99.0.1", 101, "10.99.0.1 is in none of the ranges"),
  ]) func saysWhichVariableIsWrong(_ variable: String, _ code: Int, _ words: String) throws {
    let said = try refusal(with: variable)
    #expect(said.contains("\"code\": \(code),") && said.contains(words))
  }

  @Test(arguments: [
    ("", 6, "is empty"), ("{", 6, "JSON"), ("[]", 6, "not a JSON object"),
    (PluginTests.config("9.9.9"), 1, "supported are 0.1.0, 0.2.0"),
    (PluginTests.config().replacing(#""name":"mynet","#, with: ""), 7, "name"),
    (PluginTests.config("1.0.0", #""mtu":"big","#), 7, "mtu"),
    (PluginTests.config("1.0.0", #""ipMasqBackend":"none","#), 7, "ipMasqBackend"),
    (PluginTests.config("1.0.0", #""hairpinMode":true,"promiscMode":true,"#), 7, "hairpinMode"),
    (PluginTests.config("1.0.0", #""vlan":4095,"#), 7, "vlan"),
    (PluginTests.config(ipam: #""subnet":"10.0.0.1/24""#), 7, "subnet"),
    (PluginTests.config().replacing("mynet", with: "../net"), 7, "name"),
    (PluginTests.config().replacing("cni0", with: "a-name-too-long-"), 7, "bridge"),
    (
      PluginTests.config(ipam: #""subnet":"10.0.0.0/24""#).replacing("DATA", with: "data"), 7,
      "dataDir"
    ),
    (PluginTests.config("1.0.0", #""args":{"cni":{"ips":["10.99.0.1"]}},"#), 101, "10.99.0.1"),
    (PluginTests.config("1.0.0", #""args":{"cni":{"ips":["10.22.0.1"]}},"#), 101, "gateway"),
  ]) func saysWhichKeyIsWrong(_ config: String, _ code: Int, _ words: String) throws {
    let said = try refusal(config)
    #expect(said.contains("\"code\": \(code),") && said.contains(words))
  }

  @Test func aRequestedAddressThatIsTakenIsNotGivenAgain() throws {
    let said = try refusal(
      before: "pod b; call ours ADD b > /dev/null", with: "CNI_ARGS=IP=10.22.0.2")
    #expect(said.contains("\"code\": 101,") && said.contains("10.22.0.2 is taken"))
  }

  @Test func deletesWithoutANamespaceAtItsPath() throws {
    let output = try lab.run(
      PluginTests.config(),
      """
      pod a; call ours ADD a > /dev/null
      CNI_COMMAND=DEL CNI_CONTAINERID=container-a CNI_NETNS=/etc/passwd CNI_IFNAME=eth0 \\
        CNI_PATH=$ours $ours/bridge < conf
      nft list ruleset
      """)
    #expect(!output.contains("masquerade comment"))
    #expect(try lab.leases() == [])
  }

  @Test(arguments: [
    ("ip -n a link add eth0 type dummy 2>&1 || ip -n a link add eth0 type bridge", "eth0 in /run"),
    ("ip link add cni0 type veth peer name other", "cni0 is a veth and no bridge"),
    ("ip link add cni0 type bridge; ip address add 10.9.9.9/24 dev cni0", "10.9.9.9/24"),
  ]) func leavesWhatIsThereAndNamesIt(_ before: String, _ words: String) throws {
    let said = try refusal(before: before)
    #expect(said.contains("\"code\": 100,") && said.contains(words))
    #expect(try lab.leases() == [])
  }

  @Test func aSecondADDLeavesTheFirstAlone() throws {
    let output = try lab.run(
      PluginTests.config(),
      """
      pod a
      call ours ADD a > a.json
      call ours ADD a || true
      chained a.json > next
      call ours CHECK a next
      """)
    #expect(output.contains("there is an interface eth0 in /run/netns/a already"))
    #expect(try lab.leases() == ["10.22.0.2", "fd22::2"])
  }

  @Test func hostLocalGivesAnInterfaceNoSecondAddress() throws {
    let output = try lab.run(
      PluginTests.config(),
      """
      ask() {
        CNI_COMMAND=ADD CNI_CONTAINERID=one CNI_NETNS=/none CNI_IFNAME=$1 CNI_PATH=$ours \
          $ours/host-local < conf || true
      }
      ask eth0; ask eth0; ask eth1
      """)
    #expect(output.contains("one has the address 10.22.0.2 already; DEL has to come first"))
    #expect(try lab.leases() == ["10.22.0.2", "10.22.0.3", "fd22::2", "fd22::3"])
  }

  @Test func putsAContainerIntoItsVLANOrSaysThatThereAreNone() throws {
    let config = PluginTests.config("1.0.0", #""vlan":100,"vlanTrunk":[{"minID":5,"maxID":7}],"#)
      .replacing(#""isGateway":true"#, with: #""isGateway":false"#)
    let output = try lab.run(
      config,
      """
      pod a
      call ours ADD a || true
      bridge -compressvlans vlan show; ip -br link
      """)
    if try KernelFeature.vlanFiltering.isThere {
      #expect(output.contains("100 PVID Egress Untagged") && output.contains("5-7"))
    } else {
      #expect(output.contains("\"code\": 2,"))
      #expect(output.contains("this kernel's bridges cannot keep VLANs apart"))
      #expect(!output.contains("cni0  ") && !output.contains("veth"))
    }
  }

  @Test func theGatewayIsInTheVLANTooOrNothingIsChanged() throws {
    let config = PluginTests.config("1.0.0", #""vlan":100,"#)
    let keepsVLANsApart = try KernelFeature.vlanFiltering.isThere
    let output = try lab.run(
      config,
      """
      pod a
      state > before
      if \(keepsVLANsApart); then call ours ADD a > a.json; else
        ! call ours ADD a; state | diff before -; exit
      fi
      inside a ping -c1 -W2 10.22.0.1 > /dev/null
      ip -br address; bridge vlan show; cat a.json
      chained a.json > next; call ours CHECK a next
      """)
    if keepsVLANsApart {
      #expect(output.contains("cni0.100@") && output.contains(#""name": "cni0.100""#))
    } else {
      #expect(output.contains("\"code\": 2,"))
      #expect(output.contains("this kernel's bridges cannot keep VLANs apart"))
    }
  }

  @Test func aFullRangeCostsNoInterface() throws {
    let config = PluginTests.config(ipam: #""subnet":"10.22.0.0/30""#)
    let said = try refusal(config, before: "pod b; call ours ADD b > /dev/null")
    #expect(said.contains("\"code\": 101,") && said.contains("all 1 addresses of"))
    #expect(try lab.leases() == ["10.22.0.2"])
  }

  @Test func takesWhatStandsInALeasesPlaceForALease() throws {
    let output = try lab.run(
      PluginTests.config(ipam: #""subnet":"10.22.0.0/16""#),
      """
      pod a
      mkdir -p \(lab.data)/mynet/10.22.0.2
      ln -s /etc/passwd \(lab.data)/mynet/10.22.0.3
      call ours ADD a
      call ours DEL a
      """)
    #expect(output.contains(#""address": "10.22.0.4/16""#))
    #expect(try lab.leases() == ["10.22.0.2", "10.22.0.3"])
  }

  @Test(arguments: [
    ("-o ro", "Read-only file system"), ("-o size=64k,nr_inodes=5", "No space left on device"),
  ]) func aDataDirectoryThatTakesNothingCostsNothing(_ options: String, _ words: String) throws {
    let said = try refusal(before: "mount -t tmpfs \(options) none \(lab.data)")
    #expect(said.contains("\"code\": 5,") && said.contains(words))
  }

  @Test func deletesTheRestWhereAPluginIsMissing() throws {
    let output = try lab.run(
      PluginTests.config(),
      """
      pod a
      call ours ADD a > /dev/null
      sed 's/host-local/nothing/' conf > other
      call ours DEL a other || true
      ip -n a -br link; nft list ruleset
      """)
    #expect(output.contains("there is no plugin nothing"))
    #expect(!output.contains("eth0@") && !output.contains("masquerade comment"))
  }

  @Test func saysInAdvanceThatItCouldNotAdd() throws {
    let output = try lab.run(
      PluginTests.config("1.1.0", ipam: #""subnet":"10.22.0.0/30""#),
      """
      pod a
      call ours STATUS a
      call ours ADD a > /dev/null
      call ours STATUS a || true
      """)
    #expect(output.contains("\"code\": 50,"))
  }

  @Test func collectsWhatBelongsToNobody() throws {
    let output = try lab.run(
      PluginTests.config("1.1.0"),
      """
      pod a; pod b
      call ours ADD a > /dev/null; call ours ADD b > /dev/null
      ip netns del b
      sed 's/"name"/"cni.dev\\/valid-attachments":[{"containerID":"container-a","ifname":"eth0"}],"name"/' \\
        conf > gc
      call ours GC a gc
      nft list ruleset
      """)
    #expect(output.contains("id: container-a") && !output.contains("id: container-b"))
    #expect(try lab.leases() == ["10.22.0.2", "fd22::2"])
  }
}
