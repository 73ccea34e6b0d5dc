import Addressing
import Kernel
import LabKit
import Netlink
import SystemPackage
import TestKit
import Testing

/// What the kernel makes of our changes, as iproute2 and nft tell it.
@Suite(.needs(.root), .needs(.programs(["ip", "bridge", "nft"]))) struct ChangesTests {
  @Test func wiresANamespaceToABridge() throws {
    let pod = try NetworkNamespace.makePrivate(name: "pod")
    let descriptor = pod.descriptor
    let path = try pod.path()
    let (bridge, port, inside) = try inPrivateNamespace {
      var socket = try NetlinkSocket(.route)
      try socket.perform(.createBridge("br0", LinkChange(isUp: true, mtu: 1400)))
      try socket.perform(
        .createVeth(
          "host0", LinkChange(isUp: true, mtu: 1400), peer: "eth0",
          LinkChange(mtu: 1400, mac: MACAddress(rawValue: 0x0a01_0203_0405)), in: descriptor))
      let bridge = try #require(try socket.list(.link(named: "br0")).first)
      let host = try #require(try socket.list(.link(named: "host0")).first)
      try socket.perform(.change("host0", index: host.index, LinkChange(master: bridge.index)))
      try socket.perform(
        .changePort("host0", index: host.index, isHairpin: true, isIsolated: true))
      #expect(try socket.list(.ports(of: bridge.index)).map(\.name) == ["host0"])
      return try (
        Command("ip", "-d", "link", "show", "br0").output,
        Command("ip", "-d", "link", "show", "host0").output,
        // While the host's end is there: it takes the other along.
        Command("nsenter", "--net=\(path)", "ip", "link", "show", "eth0").output
      )
    }
    #expect(bridge.contains("mtu 1400"))
    #expect(port.contains("hairpin on") && port.contains("isolated on"))
    #expect(inside.contains("0a:01:02:03:04:05") && inside.contains("mtu 1400"))
  }

  @Test func givesAPortItsVLANsOrSaysThatThereAreNone() throws {
    let keepsVLANsApart = try KernelFeature.vlanFiltering.isThere
    let said: String? = try inPrivateNamespace {
      var socket = try NetlinkSocket(.route)
      guard keepsVLANsApart else {
        let failure = #expect(throws: KernelError.self) {
          try socket.perform(.createBridge("br0", filtersVLANs: true))
        }
        #expect(failure?.cause == .refused(.notSupportedOnSocket))
        return nil
      }
      try socket.perform(.createBridge("br0", filtersVLANs: true))
      try socket.perform(.createVeth("host0", peer: "eth0", in: nil))
      let bridge = try #require(try socket.list(.link(named: "br0")).first)
      let host = try #require(try socket.list(.link(named: "host0")).first)
      try socket.perform(.change("host0", index: host.index, LinkChange(master: bridge.index)))
      for (vlan, isNew) in [
        (PortVLANs.VLAN(1, isPrimary: true, isUntagged: true), false),
        (PortVLANs.VLAN(7, isPrimary: true, isUntagged: true), true),
        (PortVLANs.VLAN(10, to: 12, isPrimary: false, isUntagged: false), true),
      ] {
        try socket.perform(
          isNew
            ? .addVLAN(vlan, to: "host0", index: host.index)
            : .deleteVLAN(vlan, from: "host0", index: host.index))
      }
      return try Command("bridge", "-compressvlans", "vlan", "show", "dev", "host0").output
    }
    #expect((said != nil) == keepsVLANsApart)
    if let said {
      #expect(said.contains("7 PVID Egress Untagged"))
      #expect(said.contains("10-12") && !said.contains("1 PVID"))
    }
  }

  @Test func givesAddressesAndRoutes() throws {
    let (addresses, routes) = try inPrivateNamespace {
      var socket = try NetlinkSocket(.route)
      try socket.perform(.createBridge("br0", LinkChange(isUp: true)))
      let index = try #require(try socket.list(.link(named: "br0")).first).index
      for text in ["10.7.0.1/24", "fd07::1/64"] {
        let prefix = try #require(Prefix(text))
        try socket.perform(.addAddress(prefix, to: "br0", index: index))
        #expect(throws: KernelError.self) {
          try socket.perform(.addAddress(prefix, to: "br0", index: index))
        }
      }
      let route = NewRoute(
        destination: try #require(Prefix("10.9.0.0/16")), gateway: IPAddress("10.7.0.9"),
        metric: 5, mtu: 1300)
      try socket.perform(.addRoute(route, by: "br0", index: index))
      let gone = try #require(Prefix("fd07::1/64"))
      try socket.perform(.deleteAddress(gone, from: "br0", index: index))
      return try (
        Command("ip", "address", "show", "br0").output, Command("ip", "route").output
      )
    }
    #expect(addresses.contains("inet 10.7.0.1/24 brd 10.7.0.255"))
    #expect(!addresses.contains("fd07"))
    #expect(routes.contains("10.9.0.0/16 via 10.7.0.9 dev br0 metric 5 mtu 1300"))
  }

  @Test func passesOnTheKernelsOwnWords() throws {
    let failure = try inPrivateNamespace {
      var socket = try NetlinkSocket(.route)
      let route = NewRoute(
        destination: try #require(Prefix("0.0.0.0/0")), gateway: IPAddress("192.0.2.1"))
      do throws(KernelError) {
        try socket.perform(.addRoute(route, by: "lo", index: 1))
        return ""
      } catch {
        return error.description
      }
    }
    #expect(failure.contains("cannot add route 0.0.0.0/0 by lo: Network is"))
    #expect(failure.contains("the kernel says"))
  }

  @Test func changesNftablesAllAtOnceOrNotAtAll() throws {
    let listing = try inPrivateNamespace {
      var socket = try NetlinkSocket(.netfilter)
      let chain = NftChain.ID(NftTable.ID(.inet, "lab"), "post")
      var batch = NftBatch(to: "make a chain")
      batch.add(chain.table)
      batch.add(chain, .init(type: "nat", number: 4, priority: 100))
      batch.add(NewRule(chain, [.meta(15), .compare(.equal, [2]), .masquerade], comment: "one"))
      try socket.perform(batch)

      var wrong = NftBatch(to: "go nowhere")
      wrong.flush(chain)
      wrong.add(NewRule(chain, [.verdict(.goto("nowhere"))]))
      #expect(throws: KernelError("go nowhere", .refused(.noSuchFileOrDirectory))) {
        try socket.perform(wrong)
      }
      try socket.perform(NftBatch(to: "do nothing"))
      return try Command("nft", "list", "ruleset").output
    }
    #expect(listing.contains("type nat hook postrouting priority srcnat; policy accept;"))
    #expect(listing.contains("meta nfproto ipv4 masquerade comment \"one\""))
  }

  /// Thousands of changes at once: all of them, and none where one is refused or many are.
  @Test func thousandsOfChangesAreOne() throws {
    let counts = try inPrivateNamespace {
      var socket = try NetlinkSocket(.netfilter)
      let chain = NftChain.ID(NftTable.ID(.inet, "lab"), "many")
      var batch = NftBatch(to: "add thousands")
      batch.add(chain.table)
      batch.add(chain)
      for _ in 0..<5000 { batch.add(NewRule(chain, [.verdict(.return)])) }
      try socket.perform(batch)
      let rules = try socket.list(.nftRules(of: chain))

      var wrong = NftBatch(to: "delete them twice")
      for rule in rules + rules { wrong.delete(rule) }
      #expect(throws: KernelError("delete them twice", .refused(.noSuchFileOrDirectory))) {
        try socket.perform(wrong)
      }
      let stillThere = try socket.list(.nftRules(of: chain)).count

      var removal = NftBatch(to: "delete them")
      for rule in rules { removal.delete(rule) }
      try socket.perform(removal)
      return [rules.count, stillThere, try socket.list(.nftRules(of: chain)).count]
    }
    #expect(counts == [5000, 5000, 0])
  }

  @Test func setsWhatBelongsToTheNamespaceAlone() throws {
    let forward = Sysctl("net/ipv4/conf/lo/forwarding")
    let before = try forward.value()
    let changed = try inPrivateNamespace {
      let old = try forward.value()
      let new = old == "0" ? "1" : "0"
      #expect(try forward.set(new) == old)
      #expect(try forward.set(new) == nil)
      return try forward.value() == new
    }
    #expect(changed)
    #expect(try forward.value() == before)
    #expect(throws: KernelError.self) { try Sysctl("ipv4", of: "nowhere", "forwarding").value() }
  }
}
