import Addressing
import Testing

/// The C library is the judge.
@Suite struct GeneratedAddressTests {
  @Test func everyAddressIsReadBack() {
    for address in Generated.addresses {
      #expect(IPAddress(address.description) == address)
      #expect(IPAddress(bytes: address.bytes) == address)
      #expect(address.family.address(address.number) == address)
    }
  }

  /// But for the form of `::1.2.3.4`, which RFC 4291 has deprecated.
  @Test func writesWhatInetNtopWrites() {
    for address in Generated.addresses
    where !(1 << 16..<1 << 32 ~= address.number && address.family == .v6) {
      #expect(address.description == CLibrary.text(address))
    }
  }

  @Test func readsWhatInetPtonReads() {
    let texts = Generated.texts
    for text in texts { #expect(IPAddress(text) == CLibrary.address(text), "\(text)") }
    let accepted = texts.count { IPAddress($0) != nil }
    #expect(accepted > 4000 && texts.count - accepted > 4000, "\(accepted) of \(texts.count)")
  }

  @Test func everyCutAndEveryDamagedSignGivesAnAddressOrNothing() {
    for text in ["255.10.0.1", "2001:db8::8:800:200c:417a", "::ffff:192.0.2.1", "1:2:3:4:5:6:7:8"] {
      let signs = Array(text.utf8)
      for place in signs.indices {
        for value in UInt8.min...UInt8.max {
          var damaged = signs
          damaged[place] = value
          expectJudgementOfCLibrary(damaged)
        }
        expectJudgementOfCLibrary(Array(signs[..<place]))
      }
    }
  }

  @Test func sortsByFamilyAndThenByBytes() {
    let sorted = Generated.addresses.sorted()
    for (one, next) in zip(sorted, sorted.dropFirst()) {
      #expect(one.bytes.count <= next.bytes.count)
      guard one.family == next.family else { continue }
      #expect(!next.bytes.lexicographicallyPrecedes(one.bytes))
    }
  }

  /// A text with a zero byte ends there for C.
  private func expectJudgementOfCLibrary(_ signs: [UInt8]) {
    let text = String(decoding: signs, as: UTF8.self)
    let judged = signs.contains(0) ? nil : CLibrary.address(text)
    #expect(IPAddress(text) == judged, "\(signs)")
  }
}
