import Addressing
import Testing

@testable import Netlink
@testable import Rules

/// Each expression alone, with what is known and what is not.
@Suite struct ExpressionEvaluationTests {
  private let destinationPort = Expression.payload(
    .init(.init(base: 2, offset: 2, length: 2), .load(into: 0)))
  private let source = Expression.payload(
    .init(.init(base: 1, offset: 12, length: 4), .load(into: 0)))

  private func meta(_ key: UInt32) -> Expression { .meta(.init(key: key, .load(into: 0))) }
  private func equal(_ value: [UInt8]) -> Expression { .cmp(.init(0, .equal, value)) }

  @Test func comparesPayload() {
    #expect(OneRule.fits([destinationPort, equal([0, 80])]) == .yes)
    #expect(OneRule.fits([destinationPort, equal([0, 81])]) == .no)
    #expect(OneRule.fits([destinationPort, .cmp(.init(0, .notEqual, [0, 81]))]) == .yes)
    #expect(OneRule.fits([destinationPort, .cmp(.init(0, .less, [0, 80]))]) == .no)
    #expect(OneRule.fits([destinationPort, .cmp(.init(0, .atMost, [0, 80]))]) == .yes)
    #expect(OneRule.fits([destinationPort, .cmp(.init(0, .greater, [0, 79]))]) == .yes)
    #expect(OneRule.fits([destinationPort, .cmp(.init(0, .atLeast, [0, 81]))]) == .no)
  }

  @Test func leavesOpenWhatIsNotKnown() {
    var packet = OneRule.packet
    packet.destinationPort = nil
    #expect(OneRule.fits([destinationPort, equal([0, 80])], packet).isOpen)
    // What else does not fit decides.
    #expect(
      OneRule.fits([destinationPort, equal([0, 80]), source, equal([1, 2, 3, 4])], packet) == .no)
    #expect(OneRule.fits([destinationPort, .cmp(.init(0, .atLeast, [0, 0]))], packet) == .yes)
    packet.mark = nil
    let evaluation = OneRule.evaluate([meta(3), equal([1, 0, 0, 0])], packet)
    #expect(evaluation.conclusion == .accepted)
    #expect(evaluation.outcomes.first?.steps.first?.doubt == Doubt("meta mark"))
  }

  @Test func masksAndShifts() {
    let last = Expression.bitwise(
      .init(0, into: 0, length: 4, .maskXor(mask: [0, 0, 0, 7], xor: [0, 0, 0, 1])))
    #expect(OneRule.fits([source, last, equal([0, 0, 0, 3])]) == .yes)
    var packet = OneRule.packet
    packet.source = nil
    #expect(OneRule.fits([source, last, equal([0, 0, 1, 3])], packet) == .no)
    #expect(OneRule.fits([source, last, equal([0, 0, 0, 3])], packet).isOpen)
    packet.mark = 6
    let left = Expression.bitwise(.init(0, into: 0, length: 4, .left(1)))
    let right = Expression.bitwise(.init(0, into: 0, length: 4, .right(1)))
    #expect(OneRule.fits([meta(3), left, equal([12, 0, 0, 0])], packet) == .yes)
    #expect(OneRule.fits([meta(3), right, equal([3, 0, 0, 0])], packet) == .yes)
  }

  @Test func turnsBytesRound() {
    var packet = OneRule.packet
    packet.mark = 0x0102_0304
    let turned = Expression.byteorder(
      .init(source: 0, destination: 1, isToNetwork: true, length: 4, size: 4))
    let range = Expression.range(
      .init(source: 1, isInverted: false, low: [1, 2, 3, 0], high: [1, 2, 3, 9]))
    #expect(OneRule.fits([meta(3), turned, range], packet) == .yes)
    packet.mark = nil
    #expect(OneRule.fits([meta(3), turned, range], packet).isOpen)
  }

  @Test func knowsInterfaces() {
    #expect(OneRule.fits([meta(6), equal(Array("v0".utf8) + [0])]) == .yes)
    #expect(OneRule.fits([meta(6), equal(Array("v".utf8))]) == .yes)
    #expect(OneRule.fits([meta(7), equal(Array("v1".utf8))]) == .no)
    #expect(OneRule.fits([meta(4), equal([7, 0, 0, 0])]) == .yes)
    #expect(OneRule.fits([meta(9), equal([1, 0])]) == .no)
    var packet = OneRule.packet
    packet.inInterface?.group = nil
    #expect(OneRule.fits([meta(21), equal([3, 0, 0, 0])]) == .yes)
    #expect(OneRule.fits([meta(21), equal([3, 0, 0, 0])], packet).isOpen)
  }

  @Test func seesConnectionsOnlyWhenTheyAreTracked() {
    let state = Expression.ct(.init(key: 0, .load(into: 0)))
    #expect(OneRule.fits([state, equal([8, 0, 0, 0])]) == .yes)
    #expect(OneRule.fits([state, equal([1, 0, 0, 0])], priority: -300) == .yes)
    let port = Expression.ct(.init(key: 12, direction: 0, .load(into: 0)))
    #expect(OneRule.fits([port, equal([0, 80])]) == .yes)
    #expect(OneRule.fits([port, equal([0, 80])], priority: -300) == .no)
    var packet = OneRule.packet
    packet.tracking = .unknown
    #expect(OneRule.fits([state, equal([8, 0, 0, 0])], packet).isOpen)
  }

  @Test func asksRouting() {
    let type = Expression.fib(.init(result: 3, flags: 2, destination: 0))
    var packet = OneRule.packet
    #expect(OneRule.fits([type, equal([2, 0, 0, 0])], packet) == .no)
    packet.destination = .v4(0x0a01_0001)
    #expect(OneRule.fits([type, equal([2, 0, 0, 0])], packet) == .yes)
    let unknown = OneRule.fits([type, equal([2, 0, 0, 0])], packet, routes: NoRouteLookup())
    #expect(unknown.isOpen)
  }

  @Test func drawsEveryNumber() {
    let draw = Expression.numgen(.init(isRandom: true, modulus: 3, offset: 0, destination: 0))
    let evaluation = OneRule.evaluate([
      draw, equal([1, 0, 0, 0]), .immediate(.init(.verdict(.drop))),
    ])
    #expect(evaluation.outcomes.map(\.end.isAccepted) == [true, false])
    #expect(evaluation.outcomes[1].assumptions.map(\.doubt.isChance) == [true])
  }

  /// Values that Linux 6.18 computed (`meta mark set jhash … mod 4294967295 seed …`), which are scaled.
  @Test(
    arguments: [
      ([127, 0, 0, 2], 0x1234, 0x432f_eb85),
      ([127, 0, 0, 1, 127, 0, 0, 2, 0, 53, 0, 0], 0xbeef, 0x12a3_7108),
      ([127, 0, 0, 1, 127, 0, 0, 2, 0x0f, 0xa0, 0, 0, 0, 53, 0, 0], 1, 0xe0c3_6735),
    ] as [([UInt8], UInt32, UInt32)])
  func hashesAsTheKernelDoes(key: [UInt8], seed: UInt32, scaled: UInt32) {
    let value = Expression.immediate(.init(.value(key), into: 4))
    let hash = Expression.hash(
      .init(
        source: 4, length: key.count, modulus: .max, seed: seed, offset: 0, destination: 0))
    #expect(OneRule.fits([value, hash, equal(hostEndian(scaled))]) == .yes)
    #expect(OneRule.fits([value, hash, equal(hostEndian(scaled + 1))]) == .no)
  }

  @Test func doubtsLimitsAndCountsQuotas() {
    let limit = Expression.limit(
      .init(rate: 1, unit: 1, burst: 5, countsBytes: false, isOver: false))
    #expect(OneRule.fits([limit]).isOpen)
    #expect(OneRule.fits([.quota(.init(bytes: 100, isOver: true, used: 200))]) == .yes)
    #expect(OneRule.fits([.quota(.init(bytes: 100, isOver: false, used: 0))]) == .yes)
    #expect(OneRule.fits([.quota(.init(bytes: 100, isOver: false, used: 90))]).isOpen)
    #expect(OneRule.fits([.connlimit(.init(count: 1, isOver: false))]).isOpen)
    #expect(OneRule.fits([.other(name: "future", attributes: [])]) == .cannotTell(Doubt("future")))
    #expect(OneRule.fits([.match(XtExtension(name: "u32", revision: 0, info: []))]).isOpen)
    #expect(OneRule.fits([.match(XtExtension(name: "nope", revision: 0, info: []))]).isOpen)
  }

  @Test func hasNoOptionsAndExtensionHeaders() {
    let presence = Expression.exthdr(
      .init(operation: 2, type: 7, offset: 0, length: 1, isPresence: true, use: .load(into: 0)))
    #expect(OneRule.fits([presence, equal([0])]) == .yes)
    let field = Expression.exthdr(
      .init(operation: 0, type: 0, offset: 0, length: 1, isPresence: false, use: .load(into: 0)))
    #expect(OneRule.fits([field, equal([0])]) == .no)
    let option = Expression.exthdr(
      .init(operation: 1, type: 2, offset: 2, length: 2, isPresence: false, use: .load(into: 0)))
    #expect(OneRule.fits([option, equal([0, 0])]).isOpen)
  }
}
