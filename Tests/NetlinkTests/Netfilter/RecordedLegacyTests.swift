import Addressing
import Netlink
import NetlinkKit
import Testing

/// Tables of iptables-legacy as a kernel gave them.
@Suite struct RecordedLegacyTests {
  @Test func readsChainsWithTheirPolicies() throws {
    let table = try RecordedTable(Recording("iptables-nat", of: .legacyTable).bytes)
    let chains = table.entries.compactMap { entry -> String? in
      if case .chain(let name, let hook, _) = entry { "\(name) \(hook ?? -1)" } else { nil }
    }
    #expect(
      chains == ["PREROUTING 0", "INPUT 1", "OUTPUT 3", "POSTROUTING 4", "CNI-aaaa -1"])
    let none = PacketCounter(packets: 0, bytes: 0)
    #expect(table.entries.count { $0 == .end(drops: false, none) } == chains.count)
  }

  @Test func readsWhatARuleLooksForAndDoes() throws {
    let table = try RecordedTable(Recording("iptables-nat", of: .legacyTable).bytes)
    let rules = table.rules(of: "POSTROUTING")
    let first = rules[0]
    #expect(
      first.source.address == IPAddress("10.22.0.2") && first.source.mask.number == 0xffff_ffff)
    #expect(first.destination.mask.number == 0 && first.inversions.isEmpty)
    #expect(first.counter == PacketCounter(packets: 0, bytes: 0))
    #expect(first.matches.map(\.name) == ["comment"])
    #expect(first.target == .verdict(.jump("CNI-aaaa")))
    #expect(rules[1].outInterface == "cni0" && rules[1].inversions == .outInterface)
    guard case .named(let target) = rules[1].target else {
      Issue.record("\(rules[1].target)")
      return
    }
    #expect(target.name == "SNAT")
    #expect(rules[2].transport == 6 && rules[2].target == .verdict(.goto("CNI-aaaa")))
  }

  /// Other programs than iptables need not write the `+`.
  @Test func readsHowMuchOfAnInterfacesNameCounts() throws {
    var bytes = try Recording("iptables-nat", of: .legacyTable).bytes
    let name = Array("cni0".utf8) + [UInt8](repeating: 0, count: 12)
    let place = try #require(
      bytes.indices.dropLast(48).first { Array(bytes[$0..<$0 + 16]) == name })
    for (counting, expected) in [(5, "cni0"), (3, "cni+"), (0, "")] {
      for byte in 0..<16 { bytes[place + 32 + byte] = byte < counting ? 0xff : 0 }
      let rules = try RecordedTable(bytes).rules(of: "POSTROUTING")
      #expect(rules[1].outInterface == expected)
    }
  }

  @Test func readsIPv6() throws {
    let table = try RecordedTable(Recording("ip6tables-filter", of: .legacyTable).bytes)
    let rule = try #require(table.rules(of: "INPUT").first)
    #expect(table.table.isIPv6 && rule.source.address == IPAddress("fd00::"))
    #expect(rule.matches.map(\.name) == ["tcp"] && rule.target == .verdict(.jump("MINE")))
    #expect(table.rules(of: "MINE").first?.inInterface == "lo")
  }
}
