import Netlink
import NetlinkKit
import Testing

/// What a kernel listed and told, as typed messages.
@Suite struct RecordedNftTests {
  @Test func readsTables() throws {
    let tables = try Recording("tables", of: .netfilter).read { try NftTable(message: $0.payload) }
    #expect(
      tables.map { "\($0.id.family) \($0.id.name)" } == [
        "inet cni_plugins_masquerade", "ip nat", "inet filter", "ip filter",
      ])
    #expect(Set(tables.map(\.handle)).count == 4 && tables.allSatisfy { $0.owner == nil })
  }

  @Test func readsChains() throws {
    let chains = try Recording("chains", of: .netfilter).read { try NftChain(message: $0.payload) }
    let input = try #require(chains.first { $0.id.name == "input" })
    #expect(input.id.table == NftTable.ID(.inet, "filter"))
    #expect(
      input.hook == NftChain.Hook(type: "filter", number: 1, priority: 0, drops: true, devices: []))
    #expect(chains.first { $0.id.name == "masq_checks" }?.hook == nil)
  }

  @Test func readsSetsAndTheirElements() throws {
    let sets = try Recording("sets", of: .netfilter).read { try NftSet(message: $0.payload) }
    let hosts = try #require(sets.first { $0.id.name == "hosts" })
    #expect(hosts.flags == .interval && hosts.keyLength == 4)
    #expect(sets.first { $0.id.name == "ports" }?.flags.contains(.map) == true)
    let ranges = try elements("elements-hosts")
    #expect(ranges.map(\.key) == [[0, 0, 0, 0], [10, 0, 0, 0], [11, 0, 0, 0]])
    #expect(ranges.map(\.isIntervalEnd) == [true, false, true])
    #expect(try elements("elements-ports").map(\.data) == [.verdict(.accept)])
    #expect(try elements("elements-set0").count == 2)
  }

  @Test func readsRules() throws {
    let rules = try Recording("rules", of: .netfilter).read { try NftRule(message: $0.payload) }
    let first = try #require(rules.first)
    #expect(first.chain.name == "masq_checks" && first.position == nil && first.handle == 3)
    #expect(first.comment?.hasPrefix("0011223344556677-8899aabbccddeeff, net: mynet") == true)
    #expect(first.counter == PacketCounter(packets: 0, bytes: 0))
    #expect(!rules.flatMap(\.expressions).contains { if case .other = $0 { true } else { false } })
  }

  @Test func readsEvents() throws {
    let made = try Recording("events-nat", of: .netfilter).read { try NftEvent($0) }
    #expect(made.count { $0 == nil } == 1)  // the counter named hits
    guard case .newTable? = made.first, case .generation(let number)? = made.last else {
      Issue.record("from \(made.first as Any) to \(made.last as Any)")
      return
    }
    let deleted = try Recording("events-deletion", of: .netfilter).read { try NftEvent($0) }
    #expect(number > 0 && deleted.contains(.deleteTable(NftTable.ID(.ip, "nat"))))
  }

  private func elements(_ name: String) throws -> [NftSet.Element] {
    try Recording(name, of: .netfilter).read { try NftElements(message: $0.payload) }
      .flatMap(\.elements).sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }
}
