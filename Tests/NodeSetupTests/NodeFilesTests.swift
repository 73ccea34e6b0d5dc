import Addressing
import CNI
import Files
import SystemPackage
import TestKit
import Testing

@testable import NodeSetup

@Suite struct NodeFilesTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func readsANodeAndFollowsItsDataDirectories() throws {
    try scratch.write("etc/cni/net.d/10-lab.conflist", fixture: "conf/10-lab.conflist")
    try scratch.write("var/lib/cni/results/a", fixture: "results/lab-pod-one-eth0")
    try scratch.write("var/lib/cni/results/b", fixture: "results/lab-pod-two-eth0")
    try scratch.write("var/lib/lab/lab/10.77.0.2", text: "pod-one\r\neth0")
    try scratch.write("run/lab/lab/10.77.0.3", text: "pod-two\r\neth0")
    try scratch.write("var/lib/cni/networks/old/10.22.0.5", text: "pod-three")
    try scratch.write("opt/cni/bin/bridge", [])
    let node = NodeFiles(NodePaths(prefix: scratch.path))
    #expect(node.gaps.isEmpty)
    #expect(
      node.dataPaths.map(\.string)
        == ["var/lib/cni/networks", "run/lab", "var/lib/lab"].map {
          scratch.path.appending($0).string
        })
    #expect(
      node.networks.flatMap(\.leases).map(\.address.description) == [
        "10.22.0.5", "10.77.0.3", "10.77.0.2",
      ])
    #expect(node.attachments.count == 2)
    #expect(node.networkConfigs.count == 2)
    #expect(node.plugins.flatMap(\.programs).map(\.name) == ["bridge"])
    #expect(node.watchedDirectories.contains(scratch.path.appending("run/lab/lab")))
  }

  @Test func findsNothingOnAnEmptyNode() {
    let node = NodeFiles(NodePaths(prefix: scratch.path))
    #expect(node.gaps.isEmpty && node.networks.isEmpty && node.attachments.isEmpty)
  }

  @Test func saysWhereADirectoryIsNone() throws {
    try scratch.write("etc/cni/net.d", [])
    try scratch.write("var/lib/cni/networks", [])
    try scratch.write("var/lib/cni/results", [])
    try scratch.write("opt/cni/bin", [])
    #expect(
      NodeFiles(NodePaths(prefix: scratch.path)).gaps.map(\.reason)
        == Array(repeating: "Not a directory", count: 4))
  }

  @Test func hasTheUsualPlaces() {
    #expect(NodePaths().confDirectories.first == "/etc/cni/net.d")
    #expect(NodePaths().resolved("/a/b") == "/a/b")
    #expect(NodePaths(prefix: "/r").resolved("/a/b") == "/r/a/b")
  }
}
