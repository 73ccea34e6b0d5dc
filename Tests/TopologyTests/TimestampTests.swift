import Testing
import Topology

@Suite struct TimestampTests {
  @Test(arguments: [
    (Int64(0), Int64(0)), (999_999_999, 0), (1_000_000_000, 1), (-1, -1), (-1_000_000_000, -1),
    (-1_000_000_001, -2), (.max, 9_223_372_036), (.min, -9_223_372_037),
  ]) func wholeSecondsAreRoundedDown(_ nanoseconds: Int64, _ seconds: Int64) {
    #expect(Timestamp(nanoseconds: nanoseconds).seconds == seconds)
  }

  @Test func agesAreDifferences() {
    let (early, late) = (Timestamp(seconds: 100), Timestamp(nanoseconds: 100_000_000_250))
    #expect(late.since(early) == .nanoseconds(250) && early.since(late) == .nanoseconds(-250))
    #expect(early < late && !(late < early) && early.since(early) == .zero)
  }

  @Test func timesBeyondAllBoundsDoNotTrap() {
    let (first, last) = (Timestamp(nanoseconds: .min), Timestamp(nanoseconds: .max))
    #expect(first < last && last.since(first) < .zero)
    #expect(Timestamp(seconds: .max).nanoseconds != 0)
  }
}
