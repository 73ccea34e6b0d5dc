import CNI
import Kernel
import Netlink
import NodeSetup
import SystemPackage
import TestKit
import Topology
import TopologyKit

@testable import Inspection

/// What would be read of a node, said piece by piece: namespaces as values, files in a directory.
struct NodeInPieces {
  let root: Scratch
  var table = NamespaceTable(home: .host)
  var bootedAt: Int64 = 0
  var rules = RuleFacts()
  var gaps: [Gap] {
    get { table.gaps }
    set { table.gaps = newValue }
  }

  init() throws {
    root = try Scratch()
    add(.host, links: [Link(index: 1, name: "lo")])
  }

  var topology: Topology { Topology(snapshot) }

  var snapshot: Snapshot {
    let nodePaths = NodePaths(prefix: root.path)
    return Snapshot(
      takenAt: .look, host: HostFacts(name: "node", kernel: "6.18", bootedAt: bootedAt),
      agents: [], namespaces: table,
      files: NodeFiles(nodePaths, processes: AgentProcess.all(in: nodePaths.processes)),
      names: RuntimeNames(nodePaths), rules: rules)
  }

  /// A namespace with these links; its addresses are on the interface with index 2.
  mutating func add(
    _ id: NamespaceID, nsid: Int32? = nil, path: String? = nil, containers: [String] = [],
    process: Namespace.Process? = nil, links: [Link] = [], addresses: [String] = [],
    calls nsids: [Int32: NamespaceID] = [:], error: String? = nil
  ) {
    let messages = addresses.map {
      AddressMessage(index: 2, prefix: prefix($0), scope: 0, flags: 0x80)
    }
    var content = NamespaceContent(addresses: [2: messages], nsids: nsids)
    for link in links + [Link(index: 2, name: "eth0")]
    where content.links[link.index] == nil {
      content.links[link.index] = link
    }
    table.adopt(
      NamespaceFacts(
        id: id, paths: path.map { [$0] } ?? [], processes: process.map { [$0] } ?? [],
        containerIDs: containers, nsid: nsid, content: content, error: error))
  }

  /// A cached result of the network `podnet`, as libcni keeps it.
  func cache(
    _ id: String, netns: String = "", pod: String = "", address: String = "10.0.0.99/24"
  ) throws {
    let names = pod.isEmpty ? [] : pod.split(separator: "/").map(String.init)
    let arguments =
      names.isEmpty
      ? "" : #"["K8S_POD_NAMESPACE","\#(names[0])"],["K8S_POD_NAME","\#(names[1])"]"#
    try root.write(
      "var/lib/cni/results/podnet-\(id)-eth0",
      #"""
      {"kind":"cniCacheV1","containerId":"\#(id)","config":"","ifName":"eth0","networkName":"podnet",
       "netns":"\#(netns)","cniArgs":[\#(arguments)],
       "result":{"cniVersion":"1.0.0","ips":[{"address":"\#(address)"}]}}
      """#.utf8)
  }

  /// A lease of `podnet`, given out just now.
  func lease(_ address: String, to id: String) throws {
    try root.write("var/lib/cni/networks/podnet/\(address)", "\(id)\r\neth0".utf8)
  }

  func configure(_ network: String = "podnet", subnet: String = "10.0.0.0/24") throws {
    try root.write(
      "etc/cni/net.d/10-\(network).conf",
      #"""
      {"cniVersion":"1.0.0","name":"\#(network)","type":"bridge","bridge":"cni0","ipMasq":true,
       "ipam":{"type":"host-local","subnet":"\#(subnet)"}}
      """#.utf8)
  }
}
