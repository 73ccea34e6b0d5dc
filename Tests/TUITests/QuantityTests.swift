import TUI
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [(0, "0"), (999, "999"), (1204, "1 204"), (1_234_567, "1 234 567")])
  func groupsCounts(_ number: UInt64, _ text: String) {
    #expect(Quantity.count(number) == text)
  }

  @Test(arguments: [
    (0, "0"), (910, "910"), (999, "999"), (1000, "1.0k"), (12_100, "12.1k"), (99_960, "100k"),
    (999_499, "999k"), (999_500, "1.0M"), (3_000_000, "3.0M"), (.max, "18.4E"),
  ])
  func shortensNumbers(_ number: UInt64, _ text: String) {
    #expect(Quantity.short(number) == text)
  }

  @Test(arguments: [
    (-5, "a minute"), (40, "1 min"), (5_000, "83 min"), (14_520, "4 h"), (200_000, "2 days"),
  ])
  func saysTimesToCome(_ seconds: Int, _ text: String) {
    #expect(Quantity.roughly(.seconds(seconds)) == text)
  }

  @Test func saysBytesAndRates() {
    #expect(Quantity.bytes(1536) == "1.5 KiB")
    #expect(Quantity.bytes(12) == "12 B")
    #expect(Quantity.byteRate(1_200_000) == "1.2 MB/s")
    #expect(Quantity.rate(0.21) == "0.2")
    #expect(Quantity.rate(12) == "12.0")
    #expect(Quantity.rate(99.96) == "100")
    #expect(Quantity.rate(.nan) == "–")
    #expect(Quantity.rate(.infinity) == "–")
    #expect(Quantity.rate(-1) == "–")
    #expect(Quantity.byteRate(1e300) == "–")
  }

  @Test(arguments: [(-4, "0s"), (3, "3s"), (59, "59s"), (300, "5m"), (7200, "2h"), (345_600, "4d")])
  func saysAges(_ seconds: Int, _ text: String) {
    #expect(Quantity.age(.seconds(seconds)) == text)
  }
}
