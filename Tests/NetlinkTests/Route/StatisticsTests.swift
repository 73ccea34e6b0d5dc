import Netlink
import NetlinkKit
import Testing

@Suite struct StatisticsTests {
  @Test func readsTheCountersOfEveryLink() throws {
    let messages = try Recording("statistics").read { try StatisticsMessage(message: $0.payload) }
    #expect(messages.map(\.index) == [1, 2, 3])
    #expect(
      messages[0].statistics
        == LinkStatistics(
          receivedPackets: 6, sentPackets: 6, receivedBytes: 768, sentBytes: 768))
    #expect(messages[1].statistics == LinkStatistics())
  }

  @Test func readsEveryCounterFromItsPlace() throws {
    let counters: [UInt8] = (1...8).flatMap { (number: UInt8) -> [UInt8] in
      [number, 0, 0, 0, 0, 0, 0, 0x80]
    }
    let message = [UInt8](repeating: 0, count: 12) + [68, 0, 1, 0] + counters
    let high: UInt64 = 0x80 << 56
    #expect(
      try StatisticsMessage(message: message.span).statistics
        == LinkStatistics(
          receivedPackets: high + 1, sentPackets: high + 2, receivedBytes: high + 3,
          sentBytes: high + 4, receivedErrors: high + 5, sentErrors: high + 6,
          receivedDropped: high + 7, sentDropped: high + 8))
  }

  @Test func fewerCountersThanThatAreNone() throws {
    let message =
      [UInt8](repeating: 0, count: 12) + [12, 0, 1, 0] + [UInt8](repeating: 9, count: 8)
    #expect(try StatisticsMessage(message: message.span).statistics == LinkStatistics())
  }
}
