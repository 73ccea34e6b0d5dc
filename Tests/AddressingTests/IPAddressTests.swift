import Addressing
import Testing

@Suite struct IPAddressTests {
  @Test(arguments: [
    "0.0.0.0", "10.22.0.1", "255.255.255.255", "::", "::1", "fe80::1", "2001:db8::8:800:200c:417a",
    "1:0:0:2::3", "2001:db8:1:1:1:1:1:1", "::ffff:192.0.2.1", "1:2:3:4:5:6:7:0", "fd00:0:0:1::",
  ]) func readsBackWhatItWrites(_ text: String) throws {
    let address = try #require(IPAddress(text))
    #expect(address.description == text)
    #expect(IPAddress(bytes: address.bytes) == address)
  }

  @Test(arguments: [
    ("0:0:0:0:0:0:0:1", "::1"), ("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
    ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), ("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"),
  ]) func writesTheCanonicalForm(_ text: String, _ canonical: String) {
    #expect(IPAddress(text)?.description == canonical)
  }

  @Test(arguments: [
    "", ".", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "+1.2.3.4", "1.2.3.4 ", ":", ":::",
    "1:",
    ":1", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "g::", "12345::", "+1::", "1.2.3.4::",
    "::1.2.3", "1:2:3:4:5:6:7::8:9",
  ]) func refuses(_ text: String) {
    #expect(IPAddress(text) == nil)
  }
}

@Suite struct PrefixTests {
  @Test(arguments: [
    ("10.22.3.4/16", "10.22.0.0/16", "10.22.0.0-10.22.255.255"),
    ("10.0.0.1/32", "10.0.0.1/32", "10.0.0.1"),
    ("1.2.3.4/0", "0.0.0.0/0", "0.0.0.0-255.255.255.255"),
    ("fd00::1234/64", "fd00::/64", "fd00::-fd00::ffff:ffff:ffff:ffff"),
  ]) func knowsItsNetwork(_ text: String, _ network: String, _ addresses: String) throws {
    let prefix = try #require(Prefix(text))
    #expect(prefix.network.description == network)
    #expect(prefix.addresses.description == addresses)
    #expect(prefix.contains(prefix.address))
  }

  @Test(arguments: ["10.0.0.1", "10.0.0.1/33", "10.0.0.1/-1", "10.0.0.1/+8", "::/129", "/8", "a/8"])
  func refuses(_ text: String) {
    #expect(Prefix(text) == nil)
  }

  @Test func doesNotMixFamilies() throws {
    let everything = try #require(Prefix("::/0"))
    #expect(try !everything.contains(#require(IPAddress("10.0.0.1"))))
  }
}
