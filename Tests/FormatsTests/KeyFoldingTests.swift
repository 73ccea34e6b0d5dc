import Testing

@testable import Formats

/// Keys in any case, as Go's encoding/json takes them.
@Suite struct KeyFoldingTests {
  private func read(_ text: String) throws -> JSON { try JSON(Array(text.utf8)) }

  @Test(arguments: [
    ("mtu", "mtu"), ("MTU", "mtu"), ("mTu", "mtu"), ("isgateway", "isGateway"),
    ("ma\u{17f}ter", "master"), ("\u{212a}ind", "kind"),
    ("CNI.DEV/Valid-Attachments", "cni.dev/valid-attachments"),
  ]) func areTheSame(_ written: String, _ key: String) {
    #expect(written.equalsFolded(key) && written.foldedKey == key.foldedKey)
  }

  @Test(arguments: [
    ("mt", "mtu"), ("mtuu", "mtu"), ("mt\u{fc}", "mtu"), ("", "mtu"), ("m_tu", "m-tu"), ("[", "{"),
    ("d\u{131}", "di"), ("@", "`"),
  ]) func areOthers(_ written: String, _ key: String) {
    #expect(!written.equalsFolded(key))
  }

  @Test(arguments: [
    (#"{"mtu":1,"MTU":2}"#, JSON.integer(2)), (#"{"MTU":2,"mtu":1}"#, .integer(1)),
    (#"{"mtu":1,"MTU":2,"Mtu":3}"#, .integer(3)), (#"{"mtu":1,"MTU":null}"#, .integer(1)),
    (#"{"mtu":null,"MTU":null}"#, .null), (#"{"mtu":[1],"MTU":[2]}"#, .array([.integer(2)])),
    (#"{"mtu":[1],"MTU":null}"#, .null),
    (#"{"mtu":[1],"MTU":null,"Mtu":[2]}"#, .array([.integer(2)])),
    (#"{"mtu":[1,2,3],"MTU":[4]}"#, .array([.integer(4)])), (#"{"mtu":[1],"MTU":[]}"#, .array([])),
    (#"{"mtu":{"a":1},"MTU":2}"#, .integer(2)),
    (
      #"{"mtu":{"a":1,"b":2},"MTU":{"b":3}}"#,
      .object(
        [("a", 1), ("b", 2), ("b", 3)].map { JSON.Member(key: $0, value: .integer($1)) })
    ),
  ]) func ofSeveralTheLastCountsAndObjectsAreMerged(_ text: String, _ value: JSON) throws {
    #expect(try read(text)["mtu"] == value)
  }

  @Test func mapsKeepTheirCase() throws {
    let json = try read(#"{"a":1,"A":2,"a":3}"#)
    #expect(json[exactly: "a"] == .integer(3) && json[exactly: "A"] == .integer(2))
    #expect(try read(#"{"\u212aind":1}"#)[exactly: "Kind"] == nil)
  }

  @Test func libcniHandsKeysOnInTheOrderOfTheirBytes() throws {
    let json = try read(#"{"mtu":1,"b":{"z":1,"y":2,"z":3},"MTU":2,"a":[{"c":1,"C":2}]}"#)
    #expect(
      try json.remarshalled == read(#"{"MTU":2,"a":[{"C":2,"c":1}],"b":{"y":2,"z":3},"mtu":1}"#))
  }
}
