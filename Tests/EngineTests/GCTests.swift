import LabKit
import Testing

private let programs = Requirement.programs(["ip", "nft", "python3", "setpriv", "unshare"])

/// GC takes nothing away that lives, that is being made, or of which nobody can tell.
@Suite(.needs(.root), .needs(programs)) struct GCTests {
  let lab: PluginLab

  init() throws { lab = try PluginLab() }

  /// `gc` is the command, `collect JSON` the plugin with that list, `later` ages all leases.
  private func run(_ version: String = "1.1.0", _ script: String, within seconds: Int = 60) throws
    -> String
  {
    try lab.run(
      PluginTests.config(version, ipam: #""subnet":"10.22.0.0/24""#),
      """
      mkdir -p net.d bin; cp conf net.d/mynet.conf
      cnitop() {
        $wrapper \(Project.cnitop) "$1" mynet "${@:2}" --conf-dir net.d --cache-dir cache --bin-dir bin
      }
      wrapper=
      collect() {
        python3 -c 'import json, sys
      config = json.load(open("conf"))
      if sys.argv[1] != "absent": config["cni.dev/valid-attachments"] = json.loads(sys.argv[1])
      print(json.dumps(config))' "$1" > list
        CNI_COMMAND=GC CNI_PATH=$ours $ours/bridge < list
      }
      leases() { { ls \(lab.data)/mynet | grep ^10 || true; } | tr '\\n' ' '; }
      rules() { nft list ruleset | grep -c 'masquerade comment' || true; }
      later() { touch -d '2 minutes ago' \(lab.data)/mynet/10.*; }
      \(script)
      """, within: seconds)
  }

  @Test(arguments: [
    ("absent", "10.22.0.2 10.22.0.3 2"), ("[]", "0"), ("null", "0"),
    (#"[{"containerID":"container-b","ifname":"eth0"}]"#, "10.22.0.3 1"),
    (#"[{"containerID":"container-b","ifname":"eth1"}]"#, "0"),
  ]) func aPluginKeepsWhatIsValid(_ list: String, _ left: String) throws {
    let output = try run(
      "1.1.0",
      """
      for pod in a b; do pod $pod; call ours ADD $pod > /dev/null; done
      collect '\(list)'
      leases; rules
      """)
    #expect(output == "\(left)\n")
  }

  @Test func aPluginThatIsAskedTooEarlySaysSo() throws {
    let output = try run(
      "1.0.0", "! collect '[]'; CNI_COMMAND=STATUS CNI_PATH=/ $ours/bridge < conf || true")
    #expect(output.contains(#""code": 1,"#) && output.contains("1.0.0 does not have GC"))
    #expect(output.contains("1.0.0 does not have STATUS"))
  }

  @Test func podsOfARuntimeWithoutACacheStay() throws {
    let output = try run(
      "1.1.0",
      """
      for pod in a b c; do pod $pod; call ours ADD $pod > /dev/null; done
      later
      cnitop gc --plan; cnitop gc > /dev/null; leases; rules
      """)
    #expect(output.contains("stays: container-a/eth0: lease 10.22.0.2 in "))
    #expect(output.contains(": 10.22.0.2 is up in /run/netns/a\n"))
    #expect(output.hasSuffix("10.22.0.2 10.22.0.3 10.22.0.4 3\n"))
  }

  @Test func whatIsDeadGoesWithAllThatItHad() throws {
    let output = try run(
      "1.1.0",
      """
      for pod in a b; do pod $pod; call ours ADD $pod > /dev/null; done
      pod c; cnitop add c > /dev/null 2>&1
      ip netns del b; ip netns del c; later
      cnitop gc --plan; leases
      cnitop gc > /dev/null 2>&1; leases; rules; ls cache
      """)
    for line in [
      "goes: c/eth0: cache entry mynet-c-eth0: /run/netns/c is gone, and 10.22.0.4 is up in none of",
      "goes: container-b/eth0: lease 10.22.0.3 in ",
      "goes: container-b/eth0: masquerade, rule ",
      "stays: container-a/eth0: ", "10.22.0.2 10.22.0.3 10.22.0.4 10.22.0.2 1\n",
    ] { #expect(output.contains(line)) }
    #expect(!output.contains("goes: container-a"))
  }

  @Test func aSourceCheckGoesWithItsPod() throws {
    let output = try run(
      "1.1.0",
      """
      sed -i 's/"ipMasq"/"macspoofchk":true,"ipMasq"/' conf net.d/mynet.conf
      for pod in a b; do pod $pod; call ours ADD $pod > /dev/null; done
      ip netns del b; later
      cnitop gc --plan; cnitop gc > /dev/null 2>&1
      nft list table bridge nat | grep -c 'chain cni-br-iface'
      """)
    let chain = "source check, chain cni-br-iface-container"
    #expect(output.contains("goes: container-b/eth0: \(chain)-b-eth0 of bridge nat: "))
    #expect(output.contains("stays: container-a/eth0: \(chain)-a-eth0 of bridge nat: "))
    #expect(output.hasSuffix("\n2\n"))
  }

  /// The namespace of one pod cannot be entered: an address may be up there.
  @Test func whatNobodyCanTellStays() throws {
    let output = try run(
      "1.1.0",
      """
      for pod in a b; do pod $pod; call ours ADD $pod > /dev/null; done
      ip netns del b; later
      wrapper='setpriv --bounding-set=-sys_admin'
      cnitop gc --plan; cnitop gc > /dev/null; leases; rules
      """)
    #expect(output.contains("stays: container-b/eth0: lease 10.22.0.3 in "))
    #expect(output.contains(": cannot tell: ") && output.hasSuffix("10.22.0.2 10.22.0.3 2\n"))
  }

  /// Nothing leads to the namespace any more but the veth pair.
  @Test func aPodThatOnlyAProcessHoldsStays() throws {
    let output = try run(
      "1.1.0",
      """
      pod a; cnitop add a > /dev/null 2>&1
      ip netns exec a sleep 60 & holder=$!
      until grep -q sleep /proc/$holder/comm; do sleep 0.01; done
      ip netns del a; later
      cnitop gc --plan; cnitop gc > /dev/null; leases
      kill $holder
      """)
    #expect(output.contains("stays: a/eth0: ") && output.contains("10.22.0.2 is up in "))
    #expect(output.hasSuffix("10.22.0.2 "))
  }

  @Test func aContainerThatARuntimeHasFilesOfStays() throws {
    let output = try run(
      "1.1.0",
      """
      mkdir -p \(lab.data)/mynet; printf 'dead\\r\\neth0' > \(lab.data)/mynet/10.22.0.8
      printf 'known\\r\\neth0' > \(lab.data)/mynet/10.22.0.9; later
      bundle=/run/containerd/io.containerd.runtime.v2.task/k8s.io/known
      mkdir -p $bundle; echo '{"ociVersion":"1.0.2","annotations":{}}' > $bundle/config.json
      cnitop gc --plan; cnitop gc > said; grep -c . said; leases
      """)
    #expect(output.contains("stays: known/eth0") && output.contains("a runtime has files of"))
    #expect(output.contains("goes: dead/eth0") && output.hasSuffix("10.22.0.9 "))
  }

  @Test func oneThatCannotBeRemovedDoesNotEndTheRest() throws {
    let output = try run(
      "1.1.0",
      """
      printf '#!/bin/sh\\n[ "$CNI_COMMAND$CNI_CONTAINERID" != DELb ]\\n' > bin/picky
      chmod +x bin/picky
      python3 -c 'import json
      plugin = json.load(open("conf")); plugin.pop("name"); plugin.pop("cniVersion")
      print(json.dumps({"cniVersion": "1.1.0", "name": "mynet", "plugins": [plugin, {"type": "picky"}]}))' \\
        > net.d/mynet.conflist; rm net.d/mynet.conf
      mkdir -p \(lab.data)/mynet
      for pod in a b c; do printf "$pod\\r\\neth0" > \(lab.data)/mynet/10.22.0.$((16#$pod)); done
      later
      ! cnitop gc 2>&1; leases
      """)
    #expect(output.contains("Error: b/eth0: ") && output.contains("picky failed with 1"))
    #expect(output.hasSuffix("with 1\n"))
  }

  /// Runtimes that add at the same time, one through the plugin and one through `cnitop add`, while GC
  /// runs all the while: whatever was added is whole.
  @Test func nothingIsLostWhileOthersAdd() throws {
    let rounds = Project.isSoak ? 40 : 2
    let output = try run(
      "1.1.0",
      """
      for n in $(seq 24); do pod p$n; done
      for n in $(seq 13 24); do cnitop add p$n > /dev/null 2>&1; done
      (until [ -e stop ]; do cnitop gc > gc.out 2>&1 || { cat gc.out; touch failed; }; done) & collector=$!
      for round in $(seq \(rounds)); do
        ids=()
        for n in $(seq 6); do call ours ADD p$n > /dev/null & ids+=($!); done
        for n in $(seq 7 12); do cnitop add p$n > /dev/null 2>&1 & ids+=($!); done
        for id in ${ids[@]}; do wait $id; done
        later
        echo $(leases | wc -w) $(rules) $(for n in $(seq 24); do ip -n p$n -br -4 a show eth0; done \\
          | awk '{ print $3 }' | sort -u | wc -l)
        for n in $(seq 6); do call ours DEL p$n; done
        for n in $(seq 7 12); do cnitop del p$n > /dev/null 2>&1; done
      done
      touch stop; wait $collector; ls failed 2> /dev/null || true
      """, within: 400)
    #expect(output == String(repeating: "24 24 24\n", count: rounds))
  }
}
