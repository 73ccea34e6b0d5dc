import LabKit
import TestKit
import Testing

private let programs = Requirement.programs(["bridge", "ip", "nft", "python3", "unshare"])

/// Containers in VLANs of a bridge: CHECK is content with what either plugin has made, and nobody is
/// put into a VLAN that keeps nobody out.
@Suite(.needs(.root), .needs(.plugins), .needs(programs)) struct VLANTests {
  let lab: PluginLab

  init() throws { lab = try PluginLab() }

  /// The reference plugin chooses another name for the port of the gateway, `cni0.100`.
  @Test(arguments: [("ours", "theirs"), ("theirs", "ours"), ("ours", "ours")])
  func oneChecksAndDeletesWhatTheOtherAdds(_ adder: String, _ checker: String) throws {
    let keys = #""ipMasqBackend":"iptables","vlan":100,"#
    let output = try wherePossible(
      PluginTests.config("1.0.0", keys, ipam: #""subnet":"10.22.0.0/24""#),
      """
      pod a; call \(adder) ADD a > a.json; chained a.json > next
      call \(checker) CHECK a next
      call \(checker) DEL a next; ip -n a -br link
      echo well
      """)
    guard let output else { return }
    #expect(output.hasSuffix("well\n") && !output.contains("eth0"))
    #expect(try lab.leases() == [])
  }

  /// VLAN 1 is what frames without a tag belong to where no other is asked for.
  @Test(arguments: ["", #""vlan":100,"#]) func aTrunkMayContainItsNativeVLAN(_ vlan: String) throws
  {
    let keys = #"\#(vlan)"vlanTrunk":[{"minID":1,"maxID":3},{"id":100}],"#
    let output = try wherePossible(
      PluginTests.config("1.0.0", keys, ipam: #""subnet":"10.22.0.0/24""#),
      """
      pod a; call ours ADD a > a.json; chained a.json > next
      call ours CHECK a next && echo well
      bridge vlan del dev $(bridge link | grep -o 'veth[0-9a-f]*' | head -1) vid 3
      call ours CHECK a next || true
      """)
    guard let output else { return }
    #expect(output.hasPrefix("well\n") && output.contains("is not in VLAN 1"))
  }

  @Test func aBridgeThatKeepsNobodyApartIsRefused() throws {
    let output = try lab.run(
      PluginTests.config("1.0.0", #""vlan":100,"#, ipam: #""subnet":"10.22.0.0/24""#),
      """
      ip link add cni0 type bridge
      pod a; ! call ours ADD a
      """)
    #expect(output.contains("the bridge cni0 does not keep VLANs apart"))
    #expect(try lab.leases() == [])
  }

  /// Runs it where the kernel's bridges keep VLANs apart; elsewhere an ADD has to say that they do not,
  /// and `nil` comes back.
  private func wherePossible(_ config: String, _ script: String) throws -> String? {
    guard try !KernelFeature.vlanFiltering.isThere else { return try lab.run(config, script) }
    let refusal = try lab.run(config, "pod a; ! call ours ADD a; ip -o link")
    #expect(refusal.contains("this kernel's bridges cannot keep VLANs apart"))
    #expect(!refusal.contains("cni0: <") && !refusal.contains("veth"))
    return nil
  }
}
