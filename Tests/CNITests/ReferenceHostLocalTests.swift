import Addressing
import Formats
import Foundation
import LabKit
import SystemPackage
import TestKit
import Testing

@testable import CNI

/// The reference plugins write, we read: in a network and a mount namespace of the test's own.
@Suite(.needs(.root), .needs(.plugins), .needs(.programs(["ip"]))) struct ReferenceHostLocalTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  var data: FilePath { scratch.path.appending("data") }

  /// Adds one container after another to a bridge of their own; whether all of them got in.
  func attach(_ ids: [String], ipam: String, then: String = "") throws -> Bool {
    let config =
      #"{"cniVersion":"1.0.0","name":"peer","type":"bridge","bridge":"peer0","isGateway":true,"#
      + #""ipam":{"type":"host-local","dataDir":"\#(data)",\#(ipam)}}"#
    try scratch.write("peer.conf", text: config)
    let commands = ids.map { id in
      """
      ip netns add \(id)
      export CNI_CONTAINERID=\(id) CNI_NETNS=/run/netns/\(id)
      CNI_COMMAND=ADD /usr/lib/cni/bridge < \(scratch.path)/peer.conf
      """
    }
    let before = "set -e; mount -t tmpfs none /run; export CNI_IFNAME=eth0 CNI_PATH=/usr/lib/cni"
    return try run(([before] + commands + [then]).joined(separator: "\n"))
  }

  private func run(_ script: String) throws -> Bool {
    try Command("unshare", "-nm", "sh", "-c", script).exitCode == 0
  }

  @Test func readsTheReferencePluginsLeases() throws {
    let ranges = #""ranges":[[{"subnet":"10.77.0.0/24"}],[{"subnet":"fd00:77::/64"}]]"#
    #expect(try attach(["pod-one", "pod-two"], ipam: ranges))
    let network = LeaseDirectory(data.appending("peer"))
    #expect(network.gaps.isEmpty && network.foreign.isEmpty)
    #expect(
      network.leases.map { "\($0.address) \($0.holder.containerID) \($0.holder.interfaceName)" }
        == [
          "10.77.0.2 pod-one eth0", "10.77.0.3 pod-two eth0", "fd00:77::2 pod-one eth0",
          "fd00:77::3 pod-two eth0",
        ])
    #expect(network.lastReserved.mapValues(\.description) == [0: "10.77.0.3", 1: "fd00:77::3"])
  }

  @Test func seesADeletedContainersLeaseGone() throws {
    let delete = "CNI_COMMAND=DEL /usr/lib/cni/bridge < \(scratch.path)/peer.conf"
    #expect(try attach(["pod-one"], ipam: #""subnet":"10.77.0.0/24""#, then: delete))
    let network = LeaseDirectory(data.appending("peer"))
    #expect(network.leases.isEmpty && network.gaps.isEmpty)
    #expect(LeaseFile(data.appending("peer/10.77.0.2")) == .gone)
  }

  /// A pool that is as large as we say it is: with its last address given out, the plugin refuses.
  @Test(arguments: [
    #"{"subnet":"10.77.0.0/30"}"#, #"{"subnet":"10.77.0.0/29","rangeStart":"10.77.0.3"}"#,
    #"{"subnet":"10.77.0.0/29","gateway":"10.77.0.6","rangeEnd":"10.77.0.3"}"#,
    #"{"subnet":"fd00:77::/126"}"#,
  ]) func countsAsTheReferencePluginDoes(_ range: String) throws {
    let config = try NetworkConfig(
      single: JSON(
        Array(
          #"{"name":"peer","type":"x","ipam":{"type":"host-local","ranges":[[\#(range)]]}}"#.utf8)))
    let pool = try #require(config.plugins[0].ipam?.poolSets().first)
    let ids = (1...Int(pool.capacity) + 1).map { "pod-\($0)" }
    #expect(try !attach(ids, ipam: #""ranges":[[\#(range)]]"#))
    let leases = LeaseDirectory(data.appending("peer")).leases
    #expect(leases.count == Int(pool.capacity))
    #expect(leases.allSatisfy { pool.contains($0.address) })
  }
}

/// The reference plugin as the judge of what a configuration may say.
@Suite(.needs(.plugins)) struct RangePeerTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func isAccepted(_ config: String) throws -> Bool {
    try scratch.write("peer.conf", text: config)
    let script = "exec /usr/lib/cni/host-local < \(scratch.path)/peer.conf"
    let environment = [
      "CNI_COMMAND": "ADD", "CNI_CONTAINERID": "pod-one", "CNI_NETNS": "/none",
      "CNI_IFNAME": "eth0", "CNI_PATH": "/usr/lib/cni",
    ]
    return try Command("sh", "-c", script, environment: environment).exitCode == 0
  }

  @Test(arguments: [
    #"[[{"subnet":"10.7.0.0/24"}]]"#, #"[[{"subnet":"10.7.0.1/24"}]]"#,
    #"[[{"subnet":"10.7.0.0/30"}]]"#,
    #"[[{"subnet":"10.7.0.0/31"}]]"#, #"[[{"subnet":"10.7.0.0/32"}]]"#,
    #"[[{"subnet":"fd00::/126"}]]"#,
    #"[[{"subnet":"fd00::/127"}]]"#, #"[[{"subnet":"fd00::1/64"}]]"#, #"[[{"subnet":"10.7.0.0"}]]"#,
    #"[[{"subnet":"10.7.0.0/24","rangeStart":"10.7.1.1"}]]"#,
    #"[[{"subnet":"10.7.0.0/24","rangeStart":"10.7.0.9","rangeEnd":"10.7.0.8"}]]"#,
    #"[[{"subnet":"10.7.0.0/24","rangeStart":"10.7.0.9","rangeEnd":"10.7.0.9"}]]"#,
    #"[[{"subnet":"10.7.0.0/24","rangeEnd":"fd00::1"}]]"#,
    #"[[{"subnet":"10.7.0.0/24","gateway":"10.8.0.1"}]]"#,
    #"[[{"subnet":"10.7.0.0/24","gateway":"x"}]]"#,
    #"[[{"subnet":"10.7.0.0/24"},{"subnet":"10.8.0.0/24"}]]"#,
    #"[[{"subnet":"10.7.0.0/24"},{"subnet":"fd00::/64"}]]"#,
    #"[[{"subnet":"10.7.0.0/24"},{"subnet":"10.7.0.128/25"}]]"#,
    #"[[{"subnet":"10.7.0.0/24"}],[{"subnet":"10.7.0.128/25"}]]"#,
    #"[[{"subnet":"10.7.0.0/24"}],[{"subnet":"fd00::/64"}]]"#, "[[]]",
    #"[[{"subnet":"010.7.0.0/24"}]]"#,
  ]) func agreesOnWhatARangeMayBe(_ ranges: String) throws {
    let config =
      #"{"cniVersion":"1.0.0","name":"peer","type":"x","ipam":"#
      + #"{"type":"host-local","dataDir":"\#(scratch.path)/data","ranges":\#(ranges)}}"#
    let ipam = try NetworkConfig(single: JSON(Array(config.utf8))).plugins[0].ipam
    let sets = try? ipam?.poolSets()
    #expect(try (sets != nil) == isAccepted(config))
  }
}
