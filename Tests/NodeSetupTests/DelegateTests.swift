import CNI
import Files
import SystemPackage
import TestKit
import Testing

@testable import NodeSetup

@Suite struct DelegateTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  static func config(_ subnet: String) -> String {
    #"{"cniVersion":"0.3.1","name":"cbr0","type":"bridge","isDefaultGateway":true,"mtu":1450,"#
      + #""ipam":{"type":"host-local","ranges":[[{"subnet":"\#(subnet)"}]]}}"#
  }

  @Test func readsEachConfigurationOnce() throws {
    try scratch.write("var/lib/cni/flannel/c1", text: Self.config("10.42.0.0/24"))
    try scratch.write("var/lib/cni/flannel/c2", text: Self.config("10.42.0.0/24"))
    try scratch.write("var/lib/cni/flannel/c3", text: Self.config("10.42.9.0/24"))
    try scratch.write("var/lib/cni/flannel/c4", [])
    let node = NodeFiles(NodePaths(prefix: scratch.path))
    let subnets = node.networkConfigs.compactMap { $0.plugins[0].ipam?.ranges[0][0].subnet }
    #expect(subnets == ["10.42.0.0/24", "10.42.9.0/24"])
    #expect(node.gaps.map(\.reason) == ["the file is empty"])
  }
}
