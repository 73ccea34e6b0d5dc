import LabKit
import TestKit
import Testing

private let programs = Requirement.programs(["ip", "nft", "iptables", "unshare", "bridge"])

/// Plans with names that would be code, run as scripts.
@Suite(.needs(.root), .needs(programs)) struct PlanScriptTests {
  private let lab: PluginLab

  init() throws { lab = try PluginLab() }

  /// Runs a script on a node with the networks `nft` and `iptables`, named for how they masquerade.
  private func run(_ script: String) throws -> String {
    for backend in ["nftables", "iptables"] {
      let config = PluginTests.config(
        "1.0.0", #""ipMasqBackend":"\#(backend)","#, ipam: #""subnet":"10.22.0.0/16""#)
      try lab.scratch.write(
        "net.d/\(backend).conf",
        Array(config.replacing("DATA", with: lab.data).replacing("mynet", with: backend).utf8))
    }
    return try lab.run(
      "",
      """
      run() { \(Project.cnitop) $1 --conf-dir net.d --cache-dir cache/results "${@:2}"; }
      odd() { mkdir -p /run/netns; : > "/run/netns/$1"; unshare --net="/run/netns/$1" true; }
      \(script)
      """)
  }

  @Test(
    arguments: [
      "a;touch pwned #", "q$(touch pwned)", "s'$(touch pwned)'", "`touch pwned`", "-rf",
      "n\ntouch pwned\n",
      "\"\u{301}; touch pwned", "\u{1b}[201~\u{202e}",
    ], ["nftables", "iptables"])
  func wiresANamespaceOfAnyName(_ name: String, _ network: String) throws {
    try lab.scratch.write("name", Array(name.utf8))
    let output = try run(
      """
      IFS= read -rd '' name < name || true
      odd "$name"
      shape() {
        ip -br -4 address | awk '{ print $1, $3 }'; nft list ruleset | sed 's/packets .*bytes [0-9]*//'
        iptables -t nat -S; nsenter --net="/run/netns/$name" ip -4 -br address | sed 's/@[^ ]*//'
        head \(lab.data)/\(network)/10*
      }
      net=\(network)
      run add $net "/run/netns/$name" --id one --plan > add
      run add $net "/run/netns/$name" --id one > /dev/null 2>&1; shape > made
      run del $net "/run/netns/$name" --id one --plan > del
      run del $net "/run/netns/$name" --id one 2> /dev/null
      ip link del cni0; nft flush ruleset; rm -r \(lab.data)/$net; mkdir work; cd work
      bash -euo pipefail ../add > /dev/null; (cd ..; shape) | diff ../made - && echo same
      bash -euo pipefail ../del > /dev/null
      { nft list ruleset; iptables-save -t nat; } | grep -e CNI- -e 'masquerade comment' || true
      nsenter --net="/run/netns/$name" ip -br link show dev eth0 2>&1 || echo gone
      ls -A . \(lab.data)/$net/10* 2> /dev/null || true
      """)
    #expect(output == "same\nDevice \"eth0\" does not exist.\ngone\n.:\n")
  }

  @Test(arguments: [
    ["--id", "x' /etc/hostname; touch pwned; echo '"], ["--id", "../x"], ["--id", "n\nl"],
    ["--id", ""],
    ["--id", "one", "--ifname", "../x"], ["--id", "one", "--ifname", "a b"],
    ["--id", "one", "--ifname", "x\n"],
  ]) func refusesWhatADDAndDELRefuse(_ words: [String]) throws {
    try expectRefusal(["nftables", "red"] + words, beginning: "Error: the ")
  }

  @Test(arguments: ["../x", "a b", "n\nl", "", "x'; touch pwned; echo '"])
  func refusesNetworksThatCannotBe(_ network: String) throws {
    try expectRefusal([network, "red"], beginning: "Error: no network can be called ")
  }

  private func expectRefusal(_ words: [String], beginning: String) throws {
    for verb in ["add", "del"] {
      let common = [Project.cnitop, verb, "--conf-dir", "net.d"] + words
      let (real, plan) = (try Command(common), try Command(common + ["--plan"]))
      #expect(plan.exitCode == 1)
      #expect(plan.errors.hasPrefix(beginning))
      #expect(plan.errors == real.errors)
      #expect(plan.output.isEmpty)
    }
  }
}
