import Addressing
import CNI
import Foundation
import Kernel
import LabKit
import Netlink
import SystemPackage
import TestKit
import Testing
import Topology
import TopologyKit
@testable import Inspection

/// Plugins that can be called, and those that cannot.
extension SetupTests {
  @Test func pluginsThatCannotBeCalledSayWhy() throws {
    try write(conf + "10-a.conf", network("a", "10.1.0.0/24"))
    try mode(0o644, of: "opt/cni/bin/bridge")
    #expect(findings("10-a.conf") == ["plugin bridge is not executable"])
    try write("opt/cni/bin/bridge", "text")
    try mode(0o755, of: "opt/cni/bin/bridge")
    #expect(findings("10-a.conf") == ["plugin bridge is no program"])
  }

  @Test func anOldPluginIsTold() throws {
    try write(conf + "10-a.conf", network("a", "10.1.0.0/24"))
    try write("opt/cni/bin/bridge", "#!/bin/sh\necho '{\"supportedVersions\":[\"0.4.0\"]}'\n")
    try mode(0o755, of: "opt/cni/bin/bridge")
    var snapshot = node.snapshot
    let inquiry = PluginInquiry(snapshot.files, knowing: PluginVersions())
    snapshot.pluginVersions = inquiry.ask()
    let setup = Topology(snapshot).cni
    #expect(
      setup.agent("containerd")?.summary
        == "takes 10-a.conf, ADD fails: plugin bridge does not support 1.0.0: its newest is 0.4.0")
    let programs = setup.pluginDirectories.flatMap(\.programs)
    #expect(programs.first { $0.name == "bridge" }?.versions == ["0.4.0"])
    #expect(
      programs.first { $0.name == "host-local" }?.error == "its answer is no list of versions")
    #expect(PluginInquiry(snapshot.files, knowing: snapshot.pluginVersions).isEmpty)
  }

  @Test func onlyPluginsAreRunAndNoneThatEverybodyMayChange() throws {
    try plugins("reboot", "macvlan")
    for name in ["reboot", "macvlan"] {
      try write("opt/cni/bin/\(name)", "#!/bin/sh\necho '{\"supportedVersions\":[\"0.4.0\"]}'\n")
    }
    try mode(0o777, of: "opt/cni/bin/macvlan")
    #expect(asked("macvlan")?.versions == [] && asked("reboot")?.versions == [])
    try mode(0o755, of: "opt/cni/bin/macvlan")
    #expect(asked("macvlan")?.versions == ["0.4.0"] && asked("reboot")?.versions == [])
    try mode(0o777, of: "opt/cni")
    #expect(
      asked("macvlan")?.error
        == "not asked: everybody may write to \(node.root.path.appending("opt/cni"))")
    try mode(0o777, of: "opt/cni/bin")
    #expect(PluginInquiry(node.snapshot.files, knowing: PluginVersions()).isEmpty)
  }

  @Test(.needs(.owners)) func noPluginOfAnotherUserIsRun() throws {
    let bridge = node.root.path.appending("opt/cni/bin/bridge").string
    #expect(asked("bridge")?.error == "its answer is no list of versions")
    try FileManager.default.setAttributes([.ownerAccountID: 65_534], ofItemAtPath: bridge)
    #expect(asked("bridge")?.error == "not asked: \(bridge) belongs to user 65534")
  }

  @Test func aPluginThatIsAskedWritesNoFile() throws {
    try write(
      "opt/cni/bin/bridge",
      """
      #!/bin/sh
      cat >/dev/null
      echo run >\(node.root.path)/ran
      echo '{"supportedVersions":["0.4.0"]}'

      """)
    try mode(0o755, of: "opt/cni/bin/bridge")
    #expect(asked("bridge")?.versions == ["0.4.0"])
    #expect(!FileManager.default.fileExists(atPath: node.root.path.appending("ran").string))
  }

  /// What is known of a plugin after all that may be asked were asked.
  private func asked(_ name: String) -> Plugin? {
    var snapshot = node.snapshot
    snapshot.pluginVersions = PluginInquiry(snapshot.files, knowing: PluginVersions()).ask()
    return Topology(snapshot).cni.pluginDirectories.flatMap(\.programs).first { $0.name == name }
  }
}
