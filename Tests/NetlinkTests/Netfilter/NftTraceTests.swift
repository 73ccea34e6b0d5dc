import Netlink
import NetlinkKit
import Testing

/// What a kernel told of a packet that a rule traced.
@Suite struct NftTraceTests {
  @Test func tellsEachRuleThatFits() throws {
    let traces = try Recording("traces", of: .netfilter).read { try NftTrace($0) }
      .compactMap(\.self)
    #expect(traces.count == 7 && Set(traces.map(\.packet)).count == 1)
    #expect(traces.map(\.chain.name) == ["out", "out", "c", "out", "late", "late", "late"])
    #expect(traces.allSatisfy { $0.chain.table == NftTable.ID(.inet, "t") })
    #expect(
      traces.map(\.happening) == [
        .rule(handle: 5, .continue), .rule(handle: 6, .jump("c")), .rule(handle: 4, .return),
        .rule(handle: 7, .accept), .rule(handle: 8, .continue), .end, .policy(.drop),
      ])
  }

  @Test func showsThePacketOnceAChain() throws {
    let traces = try Recording("traces", of: .netfilter).read { try NftTrace($0) }
      .compactMap(\.self)
    #expect(traces.map { !$0.network.isEmpty } == [true, false, false, false, true, false, false])
    #expect(Array(traces[0].network[16..<20]) == [127, 0, 0, 2])
    #expect(Array(traces[0].transport[2..<4]) == [0, 53])
    #expect(traces.map(\.mark) == [nil, nil, nil, nil, 5, 5, 5])
  }

  @Test func isNoOtherMessage() throws {
    let rules = try Recording("rules", of: .netfilter).read { try NftTrace($0) }
    #expect(rules.allSatisfy { $0 == nil })
  }
}
