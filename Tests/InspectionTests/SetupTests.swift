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

/// What follows from a node's files for those who read them.
@Suite struct SetupTests {
  let node: NodeInPieces
  let conf = "etc/cni/net.d/"

  init() throws {
    node = try NodeInPieces()
    try write("etc/containerd/config.toml", "version = 2\n")
    try plugins("bridge", "host-local")
  }

  func write(_ path: String, _ text: String) throws {
    try node.root.write(path, Array(text.utf8))
  }

  func plugins(_ names: String...) throws {
    for name in names {
      try write("opt/cni/bin/\(name)", "#!/bin/sh\n")
      try mode(0o755, of: "opt/cni/bin/\(name)")
    }
  }

  func mode(_ bits: Int, of path: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: bits], ofItemAtPath: node.root.path.appending(path).string)
  }

  func network(_ name: String, _ subnet: String, type: String = "bridge") -> String {
    #"""
    {"cniVersion":"1.0.0","name":"\#(name)","type":"\#(type)","bridge":"\#(name)0",
     "ipam":{"type":"host-local","subnet":"\#(subnet)"}}
    """#
  }

  func summary(_ agent: String = "containerd") -> String? {
    node.topology.cni.agent(agent)?.summary
  }

  func verdicts(_ agent: String = "containerd") -> [String] {
    node.topology.cni.configurations.map { file in
      let verdict = file.verdicts.first { $0.agent == agent }
      return "\(file.name) \(verdict?.outcome.rawValue ?? "–")"
    }
  }

  func findings(_ name: String) -> [String] {
    node.topology.cni.configurations.first { $0.name == name }?.findings.map(\.text) ?? []
  }

  @Test func withoutAFileNoPodGetsANetwork() throws {
    #expect(summary() == "no network (cni config uninitialized): /etc/cni/net.d is not there")
    try node.root.makeDirectory("etc/cni/net.d")
    #expect(
      summary() == "no network (cni config uninitialized): /etc/cni/net.d has no configuration")
  }

  @Test func containerdTakesTheFirstByName() throws {
    try write(conf + "20-b.conf", network("b", "10.2.0.0/24"))
    try write(conf + "10-a.conf", network("a", "10.1.0.0/24"))
    #expect(summary() == "takes 10-a.conf")
    #expect(verdicts() == ["10-a.conf taken", "20-b.conf passedOver"])
    try write(
      "etc/containerd/config.toml",
      "version = 3\n[plugins.'io.containerd.cri.v1.runtime'.cni]\nmax_conf_num = 0\n")
    #expect(summary() == "takes 10-a.conf, 20-b.conf")
  }

  @Test func containerdGivesUpAtABrokenFileAndCRIOGoesOn() throws {
    try write("etc/crio/crio.conf", "[crio]\n")
    try write(conf + "05-broken.conf", "{")
    try write(conf + "10-a.conf", network("a", "10.1.0.0/24"))
    #expect(summary() == "no network (cni config uninitialized): 05-broken.conf stops it")
    #expect(verdicts() == ["05-broken.conf stops", "10-a.conf passedOver"])
    #expect(summary("cri-o") == "takes 10-a.conf")
    #expect(verdicts("cri-o") == ["05-broken.conf passedOver", "10-a.conf taken"])
    #expect(verdicts("cnitool") == ["05-broken.conf stops", "10-a.conf passedOver"])
  }

  @Test func whatIsBrokenBehindTheFirstIsNoMatter() throws {
    try write(conf + "10-a.conf", network("a", "10.1.0.0/24"))
    try write(conf + "99-broken.conf", "{")
    #expect(summary() == "takes 10-a.conf")
  }

  @Test func crioTakesItsDefaultNetwork() throws {
    try write("etc/crio/crio.conf", "[crio.network]\ncni_default_network = 'b'\n")
    try write(conf + "10-a.conf", network("a", "10.1.0.0/24"))
    try write(conf + "20-b.conf", network("b", "10.2.0.0/24"))
    #expect(verdicts("cri-o") == ["10-a.conf byName", "20-b.conf taken"])
  }

  @Test func aMissingPluginIsSaidWithItsPlaces() throws {
    try write(conf + "10-a.conf", network("a", "10.1.0.0/24", type: "portmap"))
    #expect(summary() == "takes 10-a.conf, ADD fails: plugin portmap is not in /opt/cni/bin")
    let missing = try #require(node.topology.cni.missingPlugins.first)
    #expect(missing.name == "portmap" && missing.lookedIn == ["/opt/cni/bin"])
    #expect(missing.neededBy.map { $0.hasSuffix("10-a.conf") } == [true])
    try plugins("portmap")
    #expect(summary() == "takes 10-a.conf")
  }

  @Test func rangesInEachOthersWayAreTold() throws {
    try write(conf + "10-a.conf", network("a", "10.1.0.0/16"))
    try write(conf + "20-b.conf", network("b", "10.1.7.0/24"))
    #expect(
      findings("10-a.conf") == ["its range 10.1.0.0/16 overlaps 10.1.7.0/24 of b (20-b.conf)"])
    #expect(
      findings("20-b.conf") == ["its range 10.1.7.0/24 overlaps 10.1.0.0/16 of a (10-a.conf)"])
  }

  @Test func anotherFileIsToldOnceHoweverManyRangesItHas() throws {
    let ranges = (0..<2000).map { #"{"subnet":"10.\#($0 >> 6).\#($0 << 2 & 255).0/30"}"# }
    try write(
      conf + "10-a.conf",
      #"{"cniVersion":"1.0.0","name":"a","type":"bridge","bridge":"a0","#
        + #""ipam":{"type":"host-local","ranges":[[\#(ranges.joined(separator: ","))]]}}"#)
    try write(conf + "20-b.conf", network("b", "10.0.0.0/8"))
    #expect(
      findings("20-b.conf") == [
        "its range 10.0.0.0/8 overlaps 10.0.0.0/30 of a (10-a.conf), and 1999 more do"
      ])
    #expect(
      findings("10-a.conf").last
        == "its range 10.0.0.0/30 overlaps 10.0.0.0/8 of b (20-b.conf), and 1999 more do")
  }

  @Test func aConfWithoutANameIsTakenAndADDFails() throws {
    try plugins("loopback")
    try write("etc/crio/crio.conf", "[crio]\n")
    try write(conf + "05-lo.conf", #"{"cniVersion":"1.0.0","type":"loopback"}"#)
    try write(conf + "10-a.conf", network("a", "10.1.0.0/24"))
    #expect(summary() == #"takes 05-lo.conf, ADD fails: "name" is missing"#)
    #expect(verdicts() == ["05-lo.conf taken", "10-a.conf passedOver"])
    #expect(summary("cri-o") == "takes 05-lo.conf", "CRI-O names it after its file")
    #expect(verdicts("cnitool") == ["05-lo.conf passedOver", "10-a.conf byName"])
    #expect(node.topology.networks.map(\.name) == ["a"])
  }

  @Test func whatTheGenerationsOfContainerdDisagreeOnIsSaid() throws {
    let section = "[plugins.'io.containerd.grpc.v1.cri'.cni]\n"
    try write(
      "etc/containerd/config.toml",
      "version = 2\nimports = ['/etc/containerd/d/*']\n\(section)conf_dir = '/srv/net.d'\n")
    try write("etc/containerd/d/x", "version = 2\n\(section)max_conf_num = 2\n")
    let agent = try #require(node.topology.cni.agent("containerd"))
    #expect(agent.confDirectory == "/srv/net.d")
    #expect(agent.findings.contains { $0.severity == .suspect && $0.text.contains("for 1.x") })
  }

  @Test func aRouteOfTheBridgeItselfIsInNobodysWay() throws {
    try write(conf + "10-a.conf", network("a", "10.1.0.0/16"))
    let host = Namespace(
      id: .host, isHost: true, label: .init(text: "host", source: .host),
      interfaces: ["eth0", "a0"].enumerated().map { index, name in
        Interface(id: InterfaceID(namespace: .host, index: UInt32(index + 2)), name: name)
      },
      routes: [
        Route(destination: prefix("0.0.0.0/0"), interface: 2),
        Route(destination: prefix("10.1.0.5/32"), interface: 2),
        Route(destination: prefix("10.1.0.0/16"), interface: 3),
        Route(destination: prefix("10.0.0.0/8"), interface: 2),
      ])
    let conflicts = SubnetConflicts(node.snapshot.files, SubnetConflicts.Routing(host))
    let path = node.topology.cni.configurations[0].path
    #expect(
      conflicts.findings(of: path).map(\.text) == [
        "its range 10.1.0.0/16 overlaps the host's route 10.0.0.0/8 by eth0"
      ])
  }

  @Test func twoFilesOfOneNetworkAreTold() throws {
    try write(conf + "10-a.conf", network("a", "10.1.0.0/24"))
    try write(conf + "20-a.conf", network("a", "10.1.0.0/24"))
    #expect(findings("10-a.conf") == ["the network a is also in 20-a.conf"])
    #expect(verdicts("cnitool") == ["10-a.conf byName", "20-a.conf passedOver"])
  }

  @Test func aKubeletHasTheFateOfItsRuntime() throws {
    try write(
      "var/lib/kubelet/config.yaml", "containerRuntimeEndpoint: unix:///run/crio/crio.sock\n")
    let alone = try #require(node.topology.cni.agent("kubelet"))
    #expect(
      alone.findings.map(\.text) == ["nobody here is known to answer at unix:///run/crio/crio.sock"]
    )
    try write("etc/crio/crio.conf", "[crio]\n")
    #expect(summary("kubelet") == "asks cri-o, which fails (unix:///run/crio/crio.sock)")
    try write(conf + "10-a.conf", network("a", "10.1.0.0/24"))
    #expect(summary("kubelet") == "asks cri-o at unix:///run/crio/crio.sock")
  }

  @Test func aRuntimeThatIsOffServesNobody() throws {
    try write("etc/containerd/config.toml", #"disabled_plugins = ["cri"]"#)
    try write(conf + "10-a.conf", network("a", "10.1.0.0/24"))
    #expect(summary()?.hasPrefix("its disabled_plugins has cri: it serves no kubelet") == true)
  }

  @Test func withoutAKubeletNobodyWantsANetworkOfContainerd() throws {
    #expect(node.topology.cni.agent("containerd")?.findings == [])
    try write("var/lib/kubelet/config.yaml", "kind: KubeletConfiguration\n")
    #expect(node.topology.cni.agent("containerd")?.findings.map(\.severity) == [.broken])
    #expect(
      summary("kubelet") == "asks containerd, which fails (unix:///run/containerd/containerd.sock)")
  }

  @Test func onlyARunningRuntimeCounts() throws {
    try write("etc/crio/crio.conf", "[crio]\n")
    try write("proc/5/comm", "crio\n")
    try write("proc/5/cmdline", "crio\0")
    let agents = node.topology.cni.agents
    #expect(agents.first { $0.name == "cri-o" }?.presence == .running(process: 5))
    #expect(agents.first { $0.name == "containerd" }?.presence == .idle)
    #expect(agents.first { $0.name == "containerd" }?.findings == [])
  }

  @Test func cachedResultsAreLiveStaleOrBroken() throws {
    var node = node
    let id = String(repeating: "8f3a", count: 16)
    try node.cache(id, netns: "/run/netns/red")
    try node.cache("gone", netns: "/run/netns/blue")
    try write("var/lib/cni/results/half", "{")
    node.add(.pod(1), path: "/run/netns/red")
    let cache = node.topology.cni.cache
    #expect(cache.map(\.state) == [.broken, .live, .stale])
    #expect(cache[1].namespace == .pod(1))
    #expect(cache[2].evidence == "its namespace /run/netns/blue is gone: nobody called DEL for it")
    node.gaps = [Gap(subject: "namespaces", reason: "not permitted")]
    #expect(node.topology.cni.cache.map(\.state) == [.broken, .live, .unsure])
  }
}

extension CNISetup {
  func agent(_ name: String) -> CNIAgent? { agents.first { $0.name == name } }
}
