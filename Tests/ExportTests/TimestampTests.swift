import Dice
import Export
import Testing
import Topology

@Suite struct TimestampTests {
  @Test(arguments: [
    (Int64(0), "1970-01-01T00:00:00.000000000Z"),
    (1_795_442_531_000_000_001, "2026-11-23T14:02:11.000000001Z"),
    (951_782_400_000_000_000, "2000-02-29T00:00:00.000000000Z"),
    (4_107_542_399_999_999_999, "2100-02-28T23:59:59.999999999Z"),
    (4_107_542_400_000_000_000, "2100-03-01T00:00:00.000000000Z"),
    (-1, "1969-12-31T23:59:59.999999999Z"), (.min, "1677-09-21T00:12:43.145224192Z"),
    (.max, "2262-04-11T23:47:16.854775807Z"),
  ]) func writesRFC3339(_ nanoseconds: Int64, _ text: String) {
    #expect(Timestamp(nanoseconds: nanoseconds).rfc3339 == text)
    #expect(Timestamp(rfc3339: text)?.nanoseconds == nanoseconds)
  }

  @Test func everyTimeIsReadAsItIsWritten() {
    var dice = Dice(seed: 3)
    for _ in 0..<2000 {
      let time = Timestamp(nanoseconds: .random(in: .min ... .max, using: &dice))
      #expect(Timestamp(rfc3339: time.rfc3339) == time)
    }
  }

  @Test(arguments: [
    "", "now", "1970-01-01T00:00:00Z", "1970-01-01 00:00:00.000000000Z",
    "1970-01-01T00:00:00.000000000+", "1970-13-01T00:00:00.000000000Z",
    "1970-02-29T00:00:00.000000000Z", "1970-01-01T24:00:00.000000000Z",
    "1970-01-01T00:00:60.000000000Z", "2262-04-11T23:47:16.854775808Z",
    "9999-12-31T23:59:59.999999999Z", "197-001-01T00:00:00.000000000Z",
    "1970-01-01T00:00:00.00000000éZ", "\u{ff11}970-01-01T00:00:00.0000000Z",
  ]) func readsNoOtherForm(_ text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }

  @Test(arguments: [
    (0, "14:02:11"), (3600, "15:02:11"), (-54_000, "23:02:11"), (36_000, "00:02:11"),
  ])
  func showsTheTimeOfDayThere(_ offset: Int, _ text: String) {
    #expect(Timestamp(seconds: 1_795_442_531).timeOfDay(offset: offset) == text)
  }
}
