import LabKit
import Testing

private let programs = Requirement.programs(["ip", "nft", "iptables", "strace", "unshare"])

/// The configurations of `assets/examples`, as they stand there.
@Suite(.needs(.root), .needs(.plugins), .needs(programs)) struct ExampleTests {
  let lab: PluginLab

  init() throws { lab = try PluginLab() }

  private func run(_ script: String) throws -> String {
    try lab.run(
      "",
      """
      mount -t tmpfs none /var/lib
      run() {
        \(Project.cnitop) $1 --conf-dir \(Project.root)/assets/examples --bin-dir $theirs "${@:2}"
      }
      pod a
      \(script)
      """)
  }

  @Test(arguments: [
    ("mynet", "10.22.0.2/16"), ("dual", "fd23::2/64"), ("ports", "10.24.0.2/16"),
    ("apart", "10.25.0.2/16"), ("plain", "eth0"),
  ]) func isAddedAndDeleted(_ network: String, _ words: String) throws {
    let output = try run(
      """
      run add \(network) a --plan > plan
      run add \(network) a 2> /dev/null
      [ \(network) = mynet ] || run check \(network) a
      ip -n a -br address
      run del \(network) a 2> /dev/null
      echo ---
      ip -n a -br link; nft list ruleset; ls /var/lib/cni/results
      """)
    let halves = output.split(separator: "---\n")
    #expect(halves[0].contains(words))
    #expect(!halves[1].contains("eth0@") && !halves[1].contains("masquerade comment"))
    #expect(!halves[1].contains("\(network)-a"))
  }

  @Test func inAVLANWhereTheKernelKeepsThemApart() throws {
    let keepsVLANsApart = try KernelFeature.vlanFiltering.isThere
    let output = try run(
      """
      run add vlan a --plan
      if \(keepsVLANsApart); then
        run add vlan a; run check vlan a; run del vlan a
      else
        ! run add vlan a 2>&1
      fi
      """)
    #expect(output.contains("ip link add name cni4.100 type veth peer name veth"))
    #expect(
      output.contains(
        keepsVLANsApart
          ? #""name": "cni4.100""# : "this kernel's bridges cannot keep VLANs apart"))
  }

  @Test func saysWhatDHCPWants() throws {
    let output = try run("run add dhcp a --plan; ! run add dhcp a 2>&1; ip -n a -br link")
    #expect(output.contains("ip link add name cni6 type bridge\n"))
    #expect(output.contains("# dhcp ADD, and what its answer asks for\n"))
    #expect(output.contains("/usr/lib/cni/dhcp daemon") && !output.contains("eth0@"))
  }

  @Test func startsNoOtherProgram() throws {
    let output = try run(
      """
      cp \(Project.root)/assets/examples/10-mynet.conf conf
      for verb in ADD DEL VERSION; do
        CNI_COMMAND=$verb CNI_CONTAINERID=one CNI_NETNS=/run/netns/a CNI_IFNAME=eth0 CNI_PATH=$ours \\
          strace -f -e trace=execve,fork,vfork -o calls $ours/bridge < conf > /dev/null
        grep -c -e execve -e fork calls
      done
      """)
    #expect(output == "1\n1\n1\n")
  }
}
