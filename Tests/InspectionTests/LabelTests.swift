import Testing
import Topology
import TopologyKit

@Suite struct LabelTests {
  let id = String(repeating: "8f3a", count: 16)

  @Test func aCachedPodNamesTheNamespaceAtItsPath() throws {
    var node = try NodeInPieces()
    try node.cache(id, netns: "/var/run/netns/cni-1", pod: "shop/web")
    node.add(.pod(1), path: "/run/netns/cni-1", process: .init(id: 7, name: "pause"))
    #expect(label(.pod(1), node) == .init(text: "shop/web", source: .cni))
  }

  @Test func aControlGroupNamesTheNamespaceOfItsProcesses() throws {
    var node = try NodeInPieces()
    try node.cache(id, pod: "shop/web")
    node.add(.pod(1), containers: [id], process: .init(id: 7, name: "pause"))
    #expect(label(.pod(1), node) == .init(text: "shop/web", source: .cni))
  }

  @Test func aCachedAddressNamesTheNamespaceItIsUpIn() throws {
    var node = try NodeInPieces()
    try node.cache(id, netns: "/run/netns/gone", pod: "shop/web", address: "10.0.0.5/24")
    node.add(.pod(1), path: "/run/netns/other", addresses: ["10.0.0.5/24"])
    #expect(label(.pod(1), node) == .init(text: "shop/web", source: .cni))
  }

  @Test func withoutAContainerTheFileNamesItThenTheProcessThenTheNumber() throws {
    var node = try NodeInPieces()
    node.add(.pod(1), path: "/run/netns/red", process: .init(id: 7, name: "sleep"))
    node.add(.pod(2), process: .init(id: 8, name: "sleep"))
    node.add(.nsid(4), nsid: 4)
    #expect(label(.pod(1), node) == .init(text: "red", source: .netns))
    #expect(label(.pod(2), node) == .init(text: "sleep (8)", source: .process))
    #expect(label(.nsid(4), node) == .init(text: "nsid 4", source: .none))
  }

  @Test func theHostIsTheHost() throws {
    var node = try NodeInPieces()
    try node.cache(id, pod: "shop/web")
    node.add(.host, containers: [id])
    #expect(label(.host, node) == .init(text: "host", source: .host))
    #expect(node.topology.namespaces.first?.isHost == true)
  }

  @Test func troubleWithManyNamespacesIsOneGap() throws {
    var node = try NodeInPieces()
    node.add(.pod(1), path: "/run/netns/a", error: "cannot enter it")
    node.add(.pod(2), path: "/run/netns/b", error: "cannot enter it")
    node.add(.pod(3), path: "/run/netns/c", error: "cannot enter it")
    #expect(
      node.topology.gaps == [
        Gap(
          subject: "namespace /run/netns/a and 2 more", reason: "cannot enter it",
          advice: "run as root, or grant CAP_SYS_ADMIN")
      ])
  }

  private func label(_ id: NamespaceID, _ node: NodeInPieces) -> Namespace.Label? {
    node.topology.namespaces.first { $0.id == id }?.label
  }
}
