import Addressing
import CNI
import LabKit
import SystemPackage
import TestKit
import Testing

private let programs = Requirement.programs(["ip", "nft", "iptables", "python3", "unshare"])

/// `cnitop add`, `del` and the others, with the reference plugins in chains.
@Suite(.needs(.root), .needs(.plugins), .needs(programs)) struct RuntimeTests {
  let lab: PluginLab

  init() throws { lab = try PluginLab() }

  /// Runs a script on a node with the network `chain` of bridge, portmap and tuning.
  func run(_ version: String = "1.0.0", _ script: String) throws -> String {
    let bridge = PluginTests.config(ipam: #""subnet":"10.22.0.0/16""#)
      .replacing("DATA", with: lab.data)
    try lab.scratch.write(
      "net.d/10-chain.conflist",
      Array(
        (#"{"cniVersion":"\#(version)","name":"chain","plugins":[\#(bridge),"#
          + #"{"type":"portmap","capabilities":{"portMappings":true}},"#
          + #"{"type":"tuning","sysctl":{"net.ipv4.conf.eth0.log_martians":"1"}}]}"#).utf8))
    try lab.scratch.write("net.d/05-broken.conflist", Array("{".utf8))
    try lab.scratch.write(
      "net.d/20-single.conf", Array(bridge.replacing("mynet", with: "single").utf8))
    return try lab.run(
      "",
      """
      run() {
        \(Project.cnitop) $1 --conf-dir net.d --cache-dir cache/results --bin-dir $theirs "${@:2}"
      }
      pod a
      \(script)
      """)
  }

  @Test func callsAChainAndRemembersItInLibcnisWay() throws {
    let output = try run(
      """
      run add chain a --capabilities \\
        '{"portMappings":[{"hostPort":8080,"containerPort":80,"protocol":"tcp"}]}'
      inside a cat /proc/sys/net/ipv4/conf/eth0/log_martians
      iptables -t nat -S
      """)
    #expect(output.contains(#""address": "10.22.0.2/16""#))
    #expect(output.contains("--dport 8080") && output.contains("\n1\n"))
    let cache = ResultCache(lab.scratch.path.appending("cache/results"))
    #expect(cache.gaps.isEmpty)
    let entry = try #require(cache.attachments.first)
    #expect(entry.network == "chain" && entry.file == "chain-a-eth0")
    #expect(entry.key == AttachmentKey(containerID: "a", interfaceName: "eth0"))
    #expect(entry.namespacePath == "/run/netns/a")
    #expect(entry.config?.plugins.map(\.type) == ["bridge", "portmap", "tuning"])
    #expect(entry.result.addresses.map(\.prefix.description) == ["10.22.0.2/16"])
  }

  @Test func takesAChainDownWithWhatItRemembers() throws {
    let output = try run(
      """
      run add chain a --capabilities \\
        '{"portMappings":[{"hostPort":8080,"containerPort":80,"protocol":"tcp"}]}' > /dev/null
      rm -r net.d
      ip netns del a
      run del chain a
      iptables -t nat -S; nft list ruleset; ls cache/results
      """)
    #expect(!output.contains("8080") && !output.contains("chain-a-eth0"))
    #expect(!output.contains("masquerade comment"))
    #expect(try lab.leases("chain") == [])
  }

  @Test func seesThatAnAddressIsGone() throws {
    let output = try run(
      """
      run add chain a > /dev/null
      run check chain a
      ip -n a address flush dev eth0
      ! run check chain a 2>&1
      """)
    #expect(output.contains("eth0 does not have the address 10.22.0.2/16"))
  }

  @Test func takesDownByThePresentConfigurationWhereTheRememberedOneIsLost() throws {
    let output = try run(
      """
      run add single a > /dev/null
      sed -i 's/"config": "[^"]*"/"config": ""/' cache/results/single-a-eth0
      run del single a; ls cache/results; ip -n a -br link
      """)
    #expect(!output.contains("single-a-eth0") && !output.contains("eth0@"))
    #expect(try lab.leases("single") == [])
  }

  @Test func undoesAChainOfWhichOneAnswersNonsense() throws {
    let output = try run(
      """
      mkdir odd; ln -s $theirs/* odd; printf '#!/bin/sh\ncat > /dev/null\n' > odd/mute; chmod +x odd/mute
      sed -i 's/"type":"tuning"/"type":"mute"/' net.d/10-chain.conflist
      theirs=odd
      ! run add chain a 2>&1
      ip -n a -br link; ls cache 2> /dev/null || true
      """)
    #expect(output.contains("the plugin mute has answered no result to ADD"))
    #expect(!output.contains("eth0@") && !output.contains("results"))
    #expect(try lab.leases("chain") == [])
  }

  @Test func undoesAChainThatFails() throws {
    let output = try run(
      """
      sed -i 's/log_martians/no_such_setting/' net.d/10-chain.conflist
      ! run add chain a
      ip -n a -br link; ls cache 2> /dev/null || true
      """)
    #expect(!output.contains("eth0") && !output.contains("results"))
    #expect(try lab.leases("chain") == [])
  }

  @Test func aSecondADDLeavesTheFirstAlone() throws {
    let output = try run(
      """
      run add chain a > /dev/null
      ! run add chain a 2>&1
      ! run add chain a --cache-dir elsewhere 2>&1
      run check chain a
      """)
    #expect(output.contains("a is on chain with eth0 already; DEL has to come first"))
    #expect(output.contains("there is an interface eth0 in /run/netns/a already"))
    #expect(try lab.leases("chain") == ["10.22.0.2"])
  }

  @Test func remembersTheArgumentsForDEL() throws {
    let output = try run(
      """
      run add chain a --args 'IgnoreUnknown=1;K8S_POD_NAME=web;IP=10.22.0.77' > /dev/null
      mkdir logging
      echo '#!/bin/sh' > logging/tuning
      echo 'echo "$CNI_COMMAND $CNI_ARGS" >&2; exit 1' >> logging/tuning
      chmod +x logging/tuning
      theirs=logging
      ! run del chain a 2>&1
      """)
    #expect(output.contains("DEL IgnoreUnknown=1;K8S_POD_NAME=web;IP=10.22.0.77"))
  }

  @Test func collectsWhatIsGoneAndKeepsTheRest() throws {
    let output = try run(
      "1.1.0",
      """
      pod b; pod c
      sed -i 's/"chain"/"alone"/; s/,{"type":"portmap.*/]}/' net.d/10-chain.conflist
      for pod in a b c; do run add alone $pod > /dev/null; done
      printf 'stray\r\neth0' > \(lab.data)/alone/10.22.0.9
      printf 'old\r\neth0' > \(lab.data)/alone/10.22.0.8
      touch -d '2 minutes ago' \(lab.data)/alone/10.22.0.8
      ip netns del b; ip netns del c
      run gc alone --plan --keep c/eth0
      ls \(lab.data)/alone; echo ---
      run gc alone --keep c/eth0 > /dev/null
      nft list ruleset; ls cache/results
      """)
    let halves = output.split(separator: "---\n")
    #expect(halves[0].contains("goes: b/eth0: lease 10.22.0.3 in "))
    #expect(halves[0].contains(": /run/netns/b is gone, and 10.22.0.3 is up in none of "))
    #expect(halves[0].contains("goes: b/eth0: cache entry alone-b-eth0: "))
    #expect(halves[0].contains("goes: old/eth0: lease 10.22.0.8 in "))
    #expect(halves[0].contains("stays: stray/eth0: ") && halves[0].contains("s old, its ADD may"))
    #expect(halves[0].contains("stays: c/eth0: lease 10.22.0.4 in ") && halves[0].contains("kept"))
    #expect(halves[0].contains("stays: a/eth0: masquerade, rule "))
    #expect(halves[0].contains("10.22.0.3\n"))
    #expect(halves[1].contains("id: a\"") && !halves[1].contains("id: b\""))
    #expect(!halves[1].contains("alone-b-eth0") && halves[1].contains("alone-c-eth0"))
    #expect(try lab.leases("alone") == ["10.22.0.2", "10.22.0.4", "10.22.0.9"])
  }

  @Test func namesWhatItCannotFind() throws {
    let output = try run(
      """
      ! run add nothing a 2>&1
      ! run check chain a 2>&1
      run status chain 2>&1
      run version portmap
      ! run version chain 2>&1
      run version
      """)
    #expect(output.contains("no network \"nothing\" in net.d (net.d/05-broken.conflist: "))
    #expect(output.contains("passed over: net.d/05-broken.conflist: "))
    #expect(output.contains("nothing is remembered of a"))
    #expect(output.contains("nothing was asked: the cniVersion of chain is below 1.1.0"))
    #expect(output.contains("\nportmap: 0.1.0"))
    #expect(output.contains("there is no plugin chain"))
    #expect(output.contains("\nbridge: 0.1.0 0.2.0 0.3.0 0.3.1 0.4.0 1.0.0 1.1.0\n"))
    #expect(output.ranges(of: "portmap: 0.1.0").count == 2)
  }

  func run(_ script: String) throws -> String { try run("1.0.0", script) }
}
