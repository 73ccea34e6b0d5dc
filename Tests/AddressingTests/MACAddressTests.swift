import Addressing
import Dice
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

  @Test func everyAddressIsReadBackInEachForm() throws {
    var dice = Dice(seed: 2)
    var all: [MACAddress] = []
    for _ in 0..<1000 {
      let bytes = (0..<6).map { _ in UInt8.random(in: 0...(.max), using: &dice) }
      let address = try #require(MACAddress(bytes: bytes))
      let text = address.description
      let digits = text.filter { $0 != ":" }
      let dotted = [0, 4, 8].map { String(digits.dropFirst($0).prefix(4)) }.joined(separator: ".")
      #expect(address.bytes == bytes)
      for form in [text, text.uppercased(), text.replacing(":", with: "-"), dotted] {
        #expect(MACAddress(form) == address, "\(form)")
      }
      all.append(address)
    }
    for (one, next) in zip(all, all.dropFirst()) {
      #expect((one < next) == one.bytes.lexicographicallyPrecedes(next.bytes))
    }
  }

  @Test func everyCutAndEveryDamagedSignGivesAnAddressOrNothing() {
    for text in ["02:23:45:67:89:ab", "0223.4567.89ab"] {
      let signs = Array(text.utf8)
      for place in signs.indices {
        #expect(MACAddress(String(decoding: signs[..<place], as: UTF8.self)) == nil)
        for value in UInt8.min...UInt8.max {
          let damaged = signs[..<place] + [value] + signs[(place + 1)...]
          let address = MACAddress(String(decoding: damaged, as: UTF8.self))
          let isDigit = signs[place] != UInt8(ascii: ":") && signs[place] != UInt8(ascii: ".")
          let mayBe = isDigit ? Character(Unicode.Scalar(value)).isHexDigit : value == signs[place]
          #expect((address != nil) == (mayBe && value < 0x80), "\(damaged)")
        }
      }
    }
  }
}
