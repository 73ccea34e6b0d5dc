import Formats
import Testing

@testable import CNI

/// What libcni makes of a configuration file as a whole.
@Suite struct ConfigFormTests {
  private func list(_ keys: String) throws -> NetworkConfig {
    try NetworkConfig(list: JSON(Array("{\(keys)}".utf8)))
  }

  @Test(arguments: [
    (#""cniVersion":"0.4.0","cniVersions":["0.3.1","0.4.0","1.0.0"]"#, "1.0.0"),
    (#""cniVersion":"1.0.0","cniVersions":["0.3.1","0.4.0"]"#, "1.0.0"),
    (#""cniVersions":["0.4.0","1.0.0","1.2.0","9.0.0"]"#, "1.0.0"),
    (#""cniVersions":["0.4","0.10.0"]"#, "0.10.0"), (#""cniVersions":[]"#, ""),
    (#""cniVersion":"9.0.0","cniVersions":["2.0.0"]"#, "9.0.0"),
    (#""cniVersion":"9.0.0","cniVersions":["1.1.0"]"#, "1.1.0"),
    (#""cniVersion":"9.0.0""#, "9.0.0"),
    (#""CNIVERSIONS":["1.0.0"],"cniVersion":"0.4.0""#, "0.4.0"),
  ]) func libcniChoosesTheNewestVersionItKnows(_ keys: String, _ version: String) throws {
    #expect(try list(#""name":"a","plugins":[{"type":"x"}],"# + keys).chosenVersion == version)
  }

  @Test(arguments: ["", "1.x", "1.0.0.0", "a", "1..0"]) func knowsWhatIsNoVersion(_ text: String) {
    #expect((VersionNumber(text) == nil) == !text.isEmpty)
  }

  @Test func oneThatIsNoVersionSpoilsTheFile() {
    #expect(throws: FormatFailure.invalid(key: "cniVersions", value: "new")) {
      try list(#""name":"a","plugins":[{"type":"x"}],"cniVersions":["1.0.0","new"]"#)
    }
  }

  /// A list is read into a map, whose keys have one case.
  @Test(arguments: [
    #""Name":"a","plugins":[{"type":"x"}]"#, #""name":"a","Plugins":[{"type":"x"}]"#,
    #""name":7,"plugins":[{"type":"x"}]"#,
  ]) func aListIsReadInOneCase(_ keys: String) {
    #expect(throws: FormatFailure.self) { try list(keys) }
  }

  @Test func aNameThatIsNoneKeepsOnlyADDFromWorking() throws {
    for text in [
      #"{"type":"loopback"}"#, #"{"name":"","type":"x"}"#, #"{"name":"a/b","type":"x"}"#,
      #"{"name":"a","type":"../x"}"#,
    ] {
      let config = try NetworkConfig(single: JSON(Array(text.utf8)))
      #expect(config.failure != nil)
      #expect(throws: CNIError.self) { try NetworkList(Array(text.utf8)) }
    }
    #expect(throws: FormatFailure.wrongType(key: "name")) {
      try NetworkConfig(single: JSON(Array(#"{"name":7,"type":"x"}"#.utf8)))
    }
  }
}
