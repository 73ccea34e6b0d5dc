import Files
import Foundation
import LabKit
import SystemPackage
import TestKit
import Testing

@testable import NodeSetup

@Suite struct AgentSettingsTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func settings(_ processes: [AgentProcess] = []) -> [AgentSettings] {
    AgentSettings.all(NodePaths(prefix: scratch.path), processes)
  }

  private func values(_ agent: AgentSettings?, _ key: AgentSetting.Key) -> [String] {
    agent?[key]?.values ?? []
  }

  @Test func anEmptyNodeHasNoAgents() { #expect(settings().isEmpty) }

  @Test func readsContainerdsSecondVersion() throws {
    try scratch.write("etc/containerd/config.toml", fixture: "agents/containerd-1.6.toml")
    let containerd = try #require(settings().first)
    #expect(containerd.kind == .containerd)
    #expect(values(containerd, .confDirectory) == ["/etc/cni/net.d"])
    #expect(values(containerd, .pluginDirectories) == ["/opt/cni/bin"])
    #expect(values(containerd, .maxConfigs) == ["1"])
    #expect(containerd[.confDirectory]?.origin.hasSuffix("/etc/containerd/config.toml") == true)
    #expect(containerd[.isDisabled] == nil && containerd.gaps.isEmpty)
  }

  @Test func readsContainerdsThirdVersionAndItsImports() throws {
    try scratch.write("etc/containerd/config.toml", fixture: "agents/containerd-3.toml")
    #expect(values(settings().first, .pluginDirectories) == ["/opt/cni/bin", "/usr/lib/cni"])
    try scratch.write(
      "etc/containerd/conf.d/50-cni.toml",
      text: "version = 3\n[plugins.\"io.containerd.cri.v1.runtime\".cni]\nconf_dir = '/run/cni'\n")
    try scratch.write("etc/containerd/conf.d/notes.txt", text: "nothing")
    let containerd = settings().first
    #expect(values(containerd, .confDirectory) == ["/run/cni"])
    #expect(values(containerd, .maxConfigs) == ["2"])
    #expect(containerd?[.confDirectory]?.origin.hasSuffix("50-cni.toml") == true)
    #expect(containerd?.files.count == 2)
  }

  @Test func seesThatContainerdTakesNoPods() throws {
    try scratch.write("etc/containerd/config.toml", text: #"disabled_plugins = ["cri"]"#)
    #expect(values(settings().first, .isDisabled) == ["cri"])
  }

  @Test func saysWhichFileMakesNoSense() throws {
    try scratch.write("etc/containerd/config.toml", text: "version = 2\n[plugins\n")
    let containerd = settings().first
    #expect(containerd?.gaps.map(\.reason) == ["not TOML in line 2"])
    #expect(values(containerd, .confDirectory) == ["/etc/cni/net.d"])
  }

  @Test func importsOfEachOtherEnd() throws {
    try scratch.write("etc/containerd/config.toml", text: #"imports = ["*.toml"]"#)
    try scratch.write("etc/containerd/other.toml", text: #"imports = ["config.toml"]"#)
    #expect(settings().first?.files.count == 2)
  }

  @Test func readsK3s() throws {
    try scratch.write(
      "var/lib/rancher/k3s/agent/etc/containerd/config.toml", fixture: "agents/k3s.toml")
    let k3s = settings().first
    #expect(k3s?.kind == .k3s)
    #expect(values(k3s, .pluginDirectories) == ["/var/lib/rancher/k3s/data/cni"])
  }

  @Test func theContainerdOfK3sIsNoOther() throws {
    let path = "var/lib/rancher/k3s/agent/etc/containerd/config.toml"
    try scratch.write(path, fixture: "agents/k3s.toml")
    let processes = [
      AgentProcess(kind: .containerd, id: 9, arguments: ["containerd", "-c", "/" + path]),
      AgentProcess(kind: .k3s, id: 8, arguments: ["/usr/local/bin/k3s server"]),
    ]
    #expect(settings(processes).map(\.kind) == [.k3s])
    #expect(settings(processes).first?.process == 8)
  }

  @Test func dropInsOfCRIOWin() throws {
    try scratch.write("etc/crio/crio.conf", fixture: "agents/crio.conf")
    try scratch.write(
      "etc/crio/crio.conf.d/10-net.conf", text: "[crio.network]\ncni_default_network = 'lab'\n")
    let crio = settings().first
    #expect(values(crio, .defaultNetwork) == ["lab"])
    #expect(values(crio, .confDirectory) == ["/etc/cni/net.d/"])
    #expect(values(crio, .pluginDirectories) == ["/opt/cni/bin/", "/usr/libexec/cni"])
  }

  @Test func podmanCountsWithItsCNIBackendOnly() throws {
    let name = "etc/containers/containers.conf"
    try scratch.write(name, text: "[network]\nnetwork_backend = 'netavark'\n")
    #expect(settings().isEmpty)
    try scratch.write(
      name, text: "[network]\nnetwork_backend='cni'\ncni_plugin_dirs = ['/usr/libexec/cni']\n")
    #expect(settings().first?.kind == .podman)
    #expect(values(settings().first, .defaultNetwork) == ["podman"])
  }

  @Test func flagsOfAKubeletWinOverItsFile() throws {
    try scratch.write("var/lib/kubelet/config.yaml", fixture: "agents/kubelet.yaml")
    try scratch.write(
      "var/lib/kubelet/kubeadm-flags.env",
      text: "KUBELET_KUBEADM_ARGS=\"--cni-bin-dir=/a,/b --network-plugin=cni\"\n")
    let kubelet = settings().first
    #expect(values(kubelet, .clusterDNS) == ["10.96.0.10", "fd00::a"])
    #expect(values(kubelet, .podCIDR) == ["10.42.0.0/24"])
    #expect(values(kubelet, .endpoint) == ["unix:///run/containerd/containerd.sock"])
    #expect(values(kubelet, .pluginDirectories) == ["/a", "/b"])
    #expect(kubelet?[.removedFlag]?.name == "--network-plugin")
  }

  @Test func aRunningKubeletIsBelievedItsOwnFlags() throws {
    try scratch.write("etc/default/kubelet", text: "KUBELET_EXTRA_ARGS=--cni-conf-dir=/never\n")
    try scratch.write("etc/k.yaml", text: "containerRuntimeEndpoint: unix:///run/crio/crio.sock\n")
    let words = ["/usr/bin/kubelet", "--config", "/etc/k.yaml", "--pod-cidr=10.1.0.0/24"]
    let kubelet = settings([AgentProcess(kind: .kubelet, id: 4711, arguments: words)]).first
    #expect(kubelet?.process == 4711)
    #expect(kubelet?[.confDirectory] == nil)
    #expect(values(kubelet, .endpoint) == ["unix:///run/crio/crio.sock"])
    #expect(kubelet?[.podCIDR]?.origin == "process 4711")
  }

  @Test func readsFlagsOfFilesForShellsAndSystemd() {
    let flags = CommandFlags(
      file: """
        # KUBELET_ARGS=--no=1
        Environment="A=--a=1 --b 2" 'C=--c'
        ExecStart=/usr/bin/kubelet $A --d=x=y
        """)
    #expect(flags["--a"] == "1" && flags["--b"] == "2" && flags["--d"] == "x=y")
    #expect(flags["--no"] == nil && flags["--c"] == nil)
  }

  private func start(_ id: Int, _ words: String, mounts: String = "self") throws {
    try scratch.write("proc/\(id)/comm", text: words.prefix { $0 != " " } + "\n")
    try scratch.write("proc/\(id)/cmdline", text: words.replacing(" ", with: "\0") + "\0")
    guard !mounts.isEmpty else { return }
    if mounts != "self" { try scratch.write("proc/\(mounts)/ns/mnt", []) }
    try scratch.makeDirectory("proc/\(id)/ns")
    try scratch.link("proc/\(id)/ns/mnt", to: "../../\(mounts)/ns/mnt")
  }

  private var running: [AgentProcess] { AgentProcess.all(in: scratch.path.appending("proc")) }

  @Test func findsProcessesByTheirNames() throws {
    try scratch.write("proc/self/ns/mnt", [])
    try start(7, "kubelet --a=b")
    try start(9, "kubelet")
    try start(12, "bash")
    #expect(running == [AgentProcess(kind: .kubelet, id: 7, arguments: ["kubelet", "--a=b"])])
  }

  @Test func aContainersProcessIsNoAgent() throws {
    try scratch.write("proc/self/ns/mnt", [])
    try start(7, "kubelet --config=/evil", mounts: "other")
    #expect(running.isEmpty)
    try start(8, "crio --config=/who-knows", mounts: "")
    #expect(running == [AgentProcess(kind: .crio, id: 8, arguments: [])])
  }

  @Test(.needs(.owners)) func anotherUsersProcessIsNoAgent() throws {
    try scratch.write("proc/self/ns/mnt", [])
    try start(7, "kubelet --config=/evil")
    try FileManager.default.setAttributes(
      [.ownerAccountID: 65_534], ofItemAtPath: scratch.path.appending("proc/7").string)
    #expect(running.isEmpty)
  }

  @Test func theirDirectoriesAreReadAndFollowed() throws {
    var node = NodeFiles(NodePaths(prefix: scratch.path))
    let path = "etc/crio/crio.conf"
    try scratch.write("srv/net.d/10-a.conflist", fixture: "conf/10-lab.conflist")
    try scratch.write("srv/bin/bridge", [])
    try scratch.write(
      path, text: "[crio.network]\nnetwork_dir='/srv/net.d'\nplugin_dirs=['/srv/bin']\n")
    #expect(node.watchedDirectories.contains(scratch.path.appending("etc/crio")))
    node.reread(["crio.conf"], in: scratch.path.appending("etc/crio"))
    #expect(node == NodeFiles(NodePaths(prefix: scratch.path)))
    #expect(node.configs.flatMap(\.files).map(\.name) == ["10-a.conflist"])
    #expect(node.plugins.flatMap(\.programs).map(\.name) == ["bridge"])
  }
}
