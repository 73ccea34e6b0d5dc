import Addressing
import Testing

@testable import Netlink
@testable import Rules

/// Sets and maps of every kind, and what rules change in them.
@Suite struct LookupEvaluationTests {
  private let source = Expression.payload(
    .init(.init(base: 1, offset: 12, length: 4), .load(into: 0)))

  private func member(_ isInverted: Bool = false) -> Expression {
    .lookup(.init(set: "s", source: 0, result: .membership, isInverted: isInverted))
  }

  @Test func findsMembers() {
    let set = OneRule.set([.init(key: [10, 1, 0, 2]), .init(key: [10, 1, 0, 3])])
    #expect(OneRule.fits([source, member()], sets: [set]) == .yes)
    #expect(OneRule.fits([source, member(true)], sets: [set]) == .no)
    var packet = OneRule.packet
    packet.source = .v4(1)
    #expect(OneRule.fits([source, member()], packet, [set]) == .no)
    packet.source = nil
    #expect(OneRule.fits([source, member()], packet, [set]).isOpen)
  }

  @Test func findsRanges() {
    let set = OneRule.set(
      [
        .init(key: [10, 1, 0, 0]), .init(key: [10, 1, 0, 3], isIntervalEnd: true),
        .init(key: [10, 1, 0, 3]), .init(key: [10, 1, 1, 0], isIntervalEnd: true),
        .init(key: [200, 0, 0, 0]),
      ], flags: .interval)
    func fits(_ address: UInt32) -> Fit {
      var packet = OneRule.packet
      packet.source = .v4(address)
      return OneRule.fits([source, member()], packet, [set])
    }
    #expect(fits(0x0a00_ffff) == .no && fits(0x0a01_0000) == .yes)
    #expect(fits(0x0a01_0003) == .yes && fits(0x0a01_00ff) == .yes && fits(0x0a01_0100) == .no)
    #expect(fits(0xffff_ffff) == .yes && fits(0xc7ff_ffff) == .no)
  }

  @Test func findsConcatenatedRanges() {
    let port = Expression.payload(.init(.init(base: 2, offset: 2, length: 2), .load(into: 1)))
    let set = OneRule.set(
      [.init(key: [10, 1, 0, 0, 0, 1, 0, 0], keyEnd: [10, 1, 0, 255, 0, 90, 0, 0])],
      flags: [.interval, .concatenated], keyLength: 8, parts: [4, 2])
    #expect(OneRule.fits([source, port, member()], sets: [set]) == .yes)
    var packet = OneRule.packet
    packet.destinationPort = 91
    #expect(OneRule.fits([source, port, member()], packet, [set]) == .no)
    packet.destinationPort = nil
    #expect(OneRule.fits([source, port, member()], packet, [set]).isOpen)
  }

  @Test func takesWhatAMapHas() {
    let set = OneRule.set(
      [
        .init(key: [10, 1, 0, 2], data: .value([5, 0, 0, 0])),
        .init(key: [], isCatchAll: true, data: .value([6, 0, 0, 0])),
      ], flags: .map)
    let look = Expression.lookup(
      .init(set: "s", source: 0, result: .value(into: 2), isInverted: false))
    let five = Expression.cmp(.init(2, .equal, [5, 0, 0, 0]))
    #expect(OneRule.fits([source, look, five], sets: [set]) == .yes)
    var packet = OneRule.packet
    packet.source = .v4(9)
    let six = Expression.cmp(.init(2, .equal, [6, 0, 0, 0]))
    #expect(OneRule.fits([source, look, six], packet, [set]) == .yes)
    packet.source = nil
    #expect(OneRule.fits([source, look, five], packet, [set]).isOpen)
  }

  @Test func goesWhereAVerdictMapLeads() {
    let set = OneRule.set(
      [
        .init(key: [10, 1, 0, 2], data: .verdict(.drop)),
        .init(key: [10, 1, 0, 3], data: .verdict(.accept)),
      ], flags: .map)
    let look = Expression.lookup(.init(set: "s", source: 0, result: .verdict, isInverted: false))
    #expect(OneRule.evaluate([source, look], sets: [set]).conclusion == .stopped)
    var packet = OneRule.packet
    packet.source = .v4(0x0a01_0003)
    #expect(OneRule.evaluate([source, look], packet, [set]).conclusion == .accepted)
    packet.source = nil
    #expect(OneRule.evaluate([source, look], packet, [set]).outcomes.count == 3)
  }

  @Test func laterRulesSeeWhatIsAdded() {
    func dynset(_ operation: UInt32) -> Expression {
      .dynset(
        .init(
          set: "s", operation: operation, key: 0, data: nil, timeout: nil, isInverted: false,
          expressions: []))
    }
    let set = OneRule.set([], flags: .evaluated)
    #expect(OneRule.fits([source, member()], sets: [set]) == .no)
    #expect(OneRule.fits([source, dynset(0), member()], sets: [set]) == .yes)
    #expect(OneRule.fits([source, dynset(0), dynset(2), member()], sets: [set]) == .no)
  }
}

extension OneRule {
  fileprivate static func fits(_ expressions: [Expression], sets: [NftSet]) -> Fit {
    fits(expressions, packet, sets)
  }

  fileprivate static func evaluate(_ expressions: [Expression], sets: [NftSet]) -> Evaluation {
    evaluate(expressions, packet, sets)
  }
}
