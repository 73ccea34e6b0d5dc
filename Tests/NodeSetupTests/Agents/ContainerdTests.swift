import Files
import SystemPackage
import TestKit
import Testing

@testable import NodeSetup

/// What containerd makes of a configuration and its imports.
@Suite struct ContainerdTests {
  let scratch: Scratch
  private let second = #"[plugins."io.containerd.grpc.v1.cri".cni]"#

  init() throws { scratch = try Scratch() }

  private func write(_ name: String, _ text: String) throws {
    try scratch.write("etc/containerd/" + name, Array(text.utf8))
  }

  private var containerd: AgentSettings? {
    AgentSettings.all(NodePaths(prefix: scratch.path), []).first
  }

  private func value(_ key: AgentSetting.Key) -> [String] { containerd?[key]?.values ?? [] }

  @Test func theFirstGenerationReplacesASectionAndTheSecondMerges() throws {
    let main = "version = 2\nimports = ['d/*.toml']\n\(second)\nconf_dir = '/a'\nbin_dir = '/b'\n"
    try write("config.toml", main)
    #expect(containerd?.doubts == [])
    try write("d/1.toml", "version = 2\n[plugins.'io.containerd.grpc.v1.cri'.registry]\n")
    #expect(value(.confDirectory) == ["/a"])
    #expect(containerd?.doubts.count == 2)
    #expect(
      containerd?.doubts.first?.contains("/etc/cni/net.d for 1.x, which takes the whole") == true)
    try write("d/1.toml", "version = 2\n\(second)\nconf_dir = '/c'\nbin_dir = '/d'\n")
    #expect(value(.confDirectory) == ["/c"] && containerd?.doubts == [], "both take the same")
    try write("d/1.toml", "version = 2\n[plugins.'io.containerd.internal.v1.opt']\npath = '/x'\n")
    #expect(containerd?.doubts == [], "that is another section")
  }

  @Test func aFileOfTheThirdVersionIsForTheSecondGeneration() throws {
    try write(
      "config.toml",
      """
      version = 3
      imports = ['d.toml']
      [plugins.'io.containerd.cri.v1.runtime'.cni]
      conf_dir = '/a'
      max_conf_num = 3
      [plugins.'io.containerd.grpc.v1.cri'.cni]
      bin_dir = '/not/read'
      """)
    try write("d.toml", "version = 2\n\(second)\nbin_dir = '/b'\nmax_conf_num = 0\n")
    #expect(value(.confDirectory) == ["/a"] && value(.pluginDirectories) == ["/b"])
    #expect(value(.maxConfigs) == ["3"], "nothing is replaced by 0")
    #expect(containerd?.doubts == [])
  }

  @Test func aSectionOfAnotherVersionIsReadByOneGenerationOnly() throws {
    try write("config.toml", "\(second)\nconf_dir = '/a'\n")
    #expect(
      containerd?.doubts.first?.contains("/etc/cni/net.d for 1.x, which reads another") == true)
    try write("config.toml", "[plugins.cri.cni]\nconf_dir = '/a'\n")
    #expect(value(.confDirectory) == ["/a"] && containerd?.doubts == [])
  }

  @Test func importsComeInTheOrderInWhichTheyAreFound() throws {
    try write(
      "config.toml", "version = 2\nimports = ['a.toml', '/etc/containerd/../containerd/b.toml']\n")
    try write("a.toml", "version = 2\nimports = ['c.toml']\n\(second)\nconf_dir = '/a'\n")
    try write("b.toml", "version = 2\n\(second)\nconf_dir = '/b'\n")
    try write("c.toml", "version = 2\n\(second)\nconf_dir = '/c'\n")
    #expect(
      containerd?.files.compactMap { $0.lastComponent?.string } == [
        "config.toml", "a.toml", "b.toml", "c.toml",
      ])
    #expect(value(.confDirectory) == ["/c"])
  }

  @Test func onlyAStarMakesAPattern() throws {
    try write("config.toml", "version = 2\nimports = ['?.toml']\n")
    try write("a.toml", "\(second)\nconf_dir = '/a'\n")
    #expect(value(.confDirectory) == ["/etc/cni/net.d"])
    #expect(containerd?.gaps.map(\.reason) == ["imported and not there: containerd does not start"])
    try write("config.toml", "version = 2\nimports = ['[a-b]*.toml', '[*']\n")
    #expect(value(.confDirectory) == ["/a"])
    #expect(containerd?.gaps.first?.reason.contains("which is no pattern") == true)
  }

  @Test func disabledPluginsAddUp() throws {
    try write("config.toml", "imports = ['a.toml']\ndisabled_plugins = ['cri']\n")
    try write("a.toml", "disabled_plugins = ['io.containerd.grpc.v1.cri', 'cri', 'aufs']\n")
    #expect(value(.isDisabled) == ["cri", "io.containerd.grpc.v1.cri"])
  }

  @Test func dropInsOfTheOthersAreReadAsTheyDo() throws {
    try scratch.write(
      "etc/crio/crio.conf.d/20/x", Array("[crio.network]\nnetwork_dir = '/deep'\n".utf8))
    try scratch.write(
      "etc/crio/crio.conf.d/10.conf", Array("[crio.network]\nnetwork_dir = '/flat'\n".utf8))
    try scratch.write(
      "etc/containers/containers.conf.d/1.conf",
      Array("[network]\nnetwork_backend = 'cni'\nnetwork_config_dir = '/p'\n".utf8))
    try scratch.write("etc/containers/containers.conf.d/2.conf~", Array("nonsense".utf8))
    try scratch.makeDirectory("etc/containers/containers.conf.d/3.conf")
    let agents = AgentSettings.all(NodePaths(prefix: scratch.path), [])
    #expect(agents.map(\.kind) == [.crio, .podman])
    #expect(agents[0][.confDirectory]?.values == ["/deep"])
    #expect(agents[1][.confDirectory]?.values == ["/p"] && agents[1].gaps.isEmpty)
  }

  @Test func aByteOrderMarkIsNoPartOfTOMLAndUTF16IsNamed() throws {
    try scratch.write(
      "etc/containerd/config.toml", [0xef, 0xbb, 0xbf] + Array("version = 2\n".utf8))
    #expect(containerd?.gaps == [])
    try scratch.write("etc/containerd/config.toml", [0xff, 0xfe, 0x61, 0])
    #expect(containerd?.gaps.first?.reason.contains("UTF-16") == true)
  }
}
