import Foundation
import LabKit
import Testing

/// Two pods, wired by the reference bridge plugin and host-local.
@Suite(.needs(.node), .needs(.plugins)) struct ReferencePluginTests {
  @Test func namesPodsWithTheirAddressesAndLeases() throws {
    let snapshot = try OurSnapshot(pods: 0, script: script)
    #expect(snapshot.gaps.isEmpty)
    for (name, address) in [("red", "10.44.0.2"), ("blue", "10.44.0.3")] {
      let pod = try #require(snapshot.namespaces.first { $0.name == name })
      #expect(pod.nameSource == "netns")
      let eth0 = try #require(pod.interfaces.first { $0.name == "eth0" })
      #expect(eth0.addresses.map(\.prefix).contains("\(address)/24"))
      #expect(pod.routes.contains { $0.destination == "0.0.0.0/0" && $0.gateway == "10.44.0.1" })
      let network = try #require(snapshot.networks.first { $0.name == "plain" })
      let allocation = try #require(network.allocations.first { $0.address == address })
      #expect(allocation.state == "used")
      #expect(allocation.namespace == pod.id)
      #expect(allocation.lease?.containerID == "container-\(name)")
      #expect(allocation.lease?.interface == "eth0")
    }
  }

  @Test func aPodThatWentWithoutDELLeavesALeakedLease() throws {
    let snapshot = try OurSnapshot(
      pods: 0, script: script.replacing("# between", with: "ip netns del red"))
    let network = try #require(snapshot.networks.first { $0.name == "plain" })
    #expect(network.allocations.map(\.address) == ["10.44.0.1", "10.44.0.2", "10.44.0.3"])
    #expect(network.allocations.map(\.state) == ["gateway", "leaked", "used"])
  }

  private let script = """
    cat >/etc/cni/net.d/05-plain.conf <<'JSON'
    { "cniVersion": "1.0.0", "name": "plain", "type": "bridge", "bridge": "plain0", "isGateway": true,
      "ipam": { "type": "host-local", "subnet": "10.44.0.0/24", "routes": [{ "dst": "0.0.0.0/0" }] } }
    JSON
    for pod in red blue; do
      ip netns add $pod
      CNI_COMMAND=ADD CNI_CONTAINERID=container-$pod CNI_NETNS=/run/netns/$pod CNI_IFNAME=eth0 \\
        CNI_PATH=/usr/lib/cni:/opt/cni/bin $(PATH=/usr/lib/cni:/opt/cni/bin type -P bridge) \\
        </etc/cni/net.d/05-plain.conf >&2
    done
    # between
    "$CNITOP" snapshot -o json
    """
}
