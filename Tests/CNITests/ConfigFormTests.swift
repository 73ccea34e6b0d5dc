import Formats
import Files
import SystemPackage
import TestKit
import Testing

@testable import CNI

/// What libcni makes of a configuration file as a whole.
@Suite struct ConfigFormTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func list(_ keys: String) throws -> NetworkConfig {
    try NetworkConfig(list: Array("{\(keys)}".utf8))
  }

  private var file: ConfigFile? { ConfigDirectory(scratch.path).files.first }

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
      let config = try NetworkConfig(single: Array(text.utf8))
      #expect(config.failure != nil)
      #expect(throws: CNIError.self) { try NetworkList(Array(text.utf8)) }
    }
    try scratch.write("10-a.conf", Array(#"{"cniVersion":"1.0.0","type":"loopback"}"#.utf8))
    #expect(file?.isLoaded == true && file?.network == nil)
    #expect(file?.findings == [.nameless])
    #expect(throws: FormatFailure.wrongType(key: "name")) {
      try NetworkConfig(single: Array(#"{"name":7,"type":"x"}"#.utf8))
    }
  }

  @Test(
    arguments: [
      ([0xef, 0xbb, 0xbf, 0x7b, 0x7d], TextEncoding.markedUTF8), ([0xff, 0xfe, 0x7b, 0], .utf16),
      ([0xfe, 0xff, 0, 0x7b], .utf16), ([0x7b, 0, 0x7d, 0], .utf16), ([0, 0x7b, 0, 0x7d], .utf16),
      ([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0], .utf32), ([0, 0, 0xfe, 0xff], .utf32),
      ([0x7b, 0, 0, 0], .utf32), ([0, 0, 0, 0x7b], .utf32), ([0x7b, 0x7d], nil),
      ([0, 0, 0, 0, 0], nil), ([0x7b], nil),
      ([], nil),
    ] as [([UInt8], TextEncoding?)]) func knowsOtherEncodings(
      _ bytes: [UInt8], _ encoding: TextEncoding?
    ) throws
  {
    #expect(TextEncoding(of: bytes) == encoding)
    guard let encoding else { return }
    #expect(throws: FormatFailure.notPlainUTF8(encoding)) { try JSON(bytes) }
    try scratch.write("10-a.conf", bytes)
    #expect(file?.findings.first?.text.contains("UTF") == true)
  }

  @Test(arguments: [#""name":7"#, #""capabilities":{"ips":"yes"}"#, #""ipam":{"type":[]}"#])
  func whatSpoilsAFileIsFound(_ keys: String) throws {
    try scratch.write(
      "10.conflist",
      Array(#"{"cniVersion":"1.0.0","name":"a","plugins":[{"type":"x",\#(keys)}]}"#.utf8))
    #expect(file?.isLoaded == false && file?.findings.first?.severity == .broken)
  }
}

/// Plugins that have a file each, in a directory named for their network.
@Suite struct PluginFolderTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func write(_ name: String, _ text: String) throws {
    try scratch.write(name, Array(text.utf8))
  }

  private var types: [String]? {
    (try? NetworkList.find("a", in: scratch.path))?.types
  }

  private var file: ConfigFile? { ConfigDirectory(scratch.path).files.first }

  @Test func comeAfterThoseOfTheList() throws {
    try write("10.conflist", #"{"cniVersion":"1.0.0","name":"a","plugins":[{"type":"one"}]}"#)
    try write("a/20.conf", #"{"type":"three"}"#)
    try write("a/10.conf", #"{"type":"two"}"#)
    try write("a/30.conflist", "{")
    try write("a/40.json", "{")
    try scratch.makeDirectory("a/50.conf")
    #expect(types == ["one", "two", "three"])
    #expect(file?.content.map { $0.plugins.count } == .success(3))
    #expect(file?.findings.map(\.severity) == [.hint])
    let bytes = try NetworkList.find("a", in: scratch.path).bytes
    #expect(try NetworkList(bytes).types == ["one", "two", "three"], "the cache keeps all of it")
    #expect(try JSON(bytes)[exactly: "loadOnlyInlinedPlugins"] == .bool(true))
  }

  @Test func mayBeAllThereAre() throws {
    try write("10.conflist", #"{"cniVersion":"1.0.0","name":"a"}"#)
    #expect(types == nil && file?.isLoaded == false)
    try write("a/10.conf", #"{"type":"one"}"#)
    #expect(types == ["one"])
  }

  @Test(
    arguments: [
      (#""loadOnlyInlinedPlugins":true,"plugins":[{"type":"one"}]"#, ["one"]),
      (#""loadOnlyInlinedPlugins":"TRUE","plugins":[{"type":"one"}]"#, ["one"]),
      (#""loadOnlyInlinedPlugins":false,"plugins":[{"type":"one"}]"#, ["one", "two"]),
      (#""loadOnlyInlinedPlugins":true"#, nil), (#""plugins":[]"#, nil), (#""plugins":{}"#, nil),
    ] as [(String, [String]?)]) func areLeftOutWhereTheListSaysSo(
      _ keys: String, _ expected: [String]?
    ) throws
  {
    try write("10.conflist", #"{"cniVersion":"1.0.0","name":"a",\#(keys)}"#)
    try write("a/10.conf", #"{"type":"two"}"#)
    #expect(types == expected)
  }

  @Test(arguments: [
    ("{", "a/10.conf: the JSON ends too early"),
    ("{\n x", "a/10.conf: not JSON at line 2, column 2"),
    ("{}", "\"a/10.conf: type\" is missing: it names the program to call"),
  ]) func spoilTheListTogether(_ text: String, _ finding: String) throws {
    try write("10.conflist", #"{"cniVersion":"1.0.0","name":"a","plugins":[{"type":"one"}]}"#)
    try write("a/10.conf", text)
    #expect(types == nil)
    #expect(file?.isLoaded == false && file?.findings.first?.text == finding)
    #expect(file?.pluginFolder == "a")
  }

  @Test func areNotLookedForOutside() throws {
    try write("net.d/10.conflist", #"{"cniVersion":"1.0.0","name":"../b"}"#)
    try write("b/10.conf", #"{"type":"one"}"#)
    let directory = ConfigDirectory(scratch.path.appending("net.d"))
    #expect(directory.files.first?.isLoaded == false && directory.folders.isEmpty)
  }

  @Test func theirDirectoryIsWatched() throws {
    let conf = "etc/cni/net.d"
    try write(conf + "/10.conflist", #"{"cniVersion":"1.0.0","name":"a"}"#)
    let roots = Roots(prefix: scratch.path)
    var node = NodeFiles(roots)
    let folder = scratch.path.appending(conf).appending("a")
    #expect(node.watchedDirectories.contains(folder))
    try write(conf + "/a/10.conf", #"{"type":"one"}"#)
    node.reread(["10.conf"], in: folder)
    #expect(node == NodeFiles(roots))
    #expect(node.configs.flatMap(\.files).first?.isLoaded == true)
    try write(conf + "/a/20.conf", "{")
    node.reread(["20.conf"], in: folder)
    #expect(node == NodeFiles(roots))
    #expect(node.watchedDirectories.contains(folder))
    #expect(node.configs.flatMap(\.files).first?.isLoaded == false)
  }
}
