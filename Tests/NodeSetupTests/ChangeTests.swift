import CNI
import Files
import Foundation
import SystemPackage
import TestKit
import Testing

@testable import NodeSetup

/// After any change, reading the one name anew gives what reading everything gives.
@Suite struct ChangeTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for directory in [
      "etc/cni/net.d", "opt/cni/bin", "var/lib/cni/flannel", "var/lib/cni/networks/lab",
    ] { try scratch.makeDirectory(directory) }
    try scratch.write("var/lib/cni/results/b", fixture: "results/lab-pod-two-eth0")
    try scratch.write("var/lib/cni/networks/lab/10.77.0.9", text: "pod-nine")
  }

  var nodePaths: NodePaths { NodePaths(prefix: scratch.path) }

  func change(_ path: FilePath, _ node: inout NodeFiles, _ body: () throws -> Void) throws {
    try body()
    let full = scratch.path.appending(path.components)
    node.reread([full.lastComponent?.string ?? ""], in: full.removingLastComponent())
    #expect(node == NodeFiles(nodePaths), "\(path)")
  }

  @Test(arguments: [
    ("etc/cni/net.d/10.conflist", "conf/10-lab.conflist"), ("etc/cni/net.d/bad.conf", "README.md"),
    ("var/lib/cni/results/a", "results/lab-pod-one-eth0"), ("var/lib/cni/results/c", "README.md"),
    ("var/lib/cni/networks/lab/10.77.0.2", "networks/lab/10.77.0.2"),
    ("var/lib/cni/networks/lab/10.77.0.77", "README.md"),
    ("var/lib/cni/networks/lab/foreign", "README.md"),
    ("var/lib/cni/networks/lab/last_reserved_ip.0", "networks/lab/last_reserved_ip.0"),
    ("var/lib/cni/flannel/a", "conf/20-old.conf"), ("opt/cni/bin/bridge", "README.md"),
  ]) func seesAFileComeAndGo(_ path: String, _ fixture: String) throws {
    let without = NodeFiles(nodePaths)
    var node = without
    let file = FilePath(path)
    try change(file, &node) { try scratch.write(path, fixture: fixture) }
    #expect(node != without)
    try change(file, &node) { try scratch.write(path, text: "") }
    try change(file, &node) {
      try FileManager.default.removeItem(atPath: scratch.path.appending(path).string)
    }
    #expect(node == without)
  }

  @Test func seesANetworkComeAndGo() throws {
    var node = NodeFiles(nodePaths)
    let path = FilePath("var/lib/cni/networks/new")
    try change(path, &node) { try scratch.makeDirectory(path.string) }
    try change(path, &node) {
      try FileManager.default.removeItem(atPath: scratch.path.appending(path.components).string)
    }
  }

  @Test func followsANewDataDirectory() throws {
    try scratch.write("run/lab/lab/10.77.0.10", text: "pod-ten")
    var node = NodeFiles(nodePaths)
    try change("etc/cni/net.d/10.conflist", &node) {
      try scratch.write("etc/cni/net.d/10.conflist", fixture: "conf/10-lab.conflist")
    }
    #expect(node.networks.flatMap(\.leases).contains { $0.holder.containerID == "pod-ten" })
  }
}
