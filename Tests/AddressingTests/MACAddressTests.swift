import Addressing
import Testing

@Suite struct MACAddressTests {
  @Test func readsBackWhatItWrites() {
    #expect(MACAddress("0A:16:00:00:00:02")?.description == "0a:16:00:00:00:02")
    #expect(MACAddress(bytes: [10, 22, 0, 0, 0, 2]) == MACAddress("0a:16:00:00:00:02"))
  }

  @Test(arguments: [
    "02:23:45:67:89:ab", "02-23-45-67-89-ab", "0223.4567.89ab", "02:23:45:67:89:AB",
    "02-23-45-67-89-aB", "0223.4567.89AB",
  ]) func readsWhatGoReads(_ text: String) {
    #expect(MACAddress(text)?.description == "02:23:45:67:89:ab")
  }

  @Test(arguments: [
    "", "02:23:45:67:89", "02:23:45:67:89:ab:", ":02:23:45:67:89:ab", "02:23:45-67:89:ab",
    "02-23:45-67-89-ab", "2:23:45:67:89:ab", "0223:4567:89ab", "02234567.89ab", "0223.4567.89a",
    "022345.6789ab", "02234567 89ab", "022345678 9ab", "02:23:45:67:89:ag", "+2:23:45:67:89:ab",
    "0a:16:0:0:0:2", "0223.4567-89ab", "02.23.45.67.89.ab", " 02:23:45:67:89:ab",
    "٠2:23:45:67:89:ab",
  ]) func refuses(_ text: String) {
    #expect(MACAddress.bytes(of: text) == nil)
    #expect(MACAddress(text) == nil)
  }

  @Test(
    arguments: [
      ("02:00:5e:10:00:00:00:01", 8), ("0200.5e10.0000.0001", 8),
      ("00:00:00:00:fe:80:00:00:00:00:00:00:02:00:5e:10:00:00:00:01", 20),
      ("0000-0000", nil), ("02:00:5e:10:00:00:00", nil),
    ] as [(String, Int?)]) func knowsAddressesOfOtherLinks(_ text: String, _ count: Int?)
  {
    #expect(MACAddress.bytes(of: text)?.count == count)
    #expect(MACAddress(text) == nil)
  }
}
