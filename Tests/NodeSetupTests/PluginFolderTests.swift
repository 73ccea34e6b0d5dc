import CNI
import Formats
import SystemPackage
import TestKit
import Testing

@testable import NodeSetup

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
    let nodePaths = NodePaths(prefix: scratch.path)
    var node = NodeFiles(nodePaths)
    let folder = scratch.path.appending(conf).appending("a")
    #expect(node.watchedDirectories.contains(folder))
    try write(conf + "/a/10.conf", #"{"type":"one"}"#)
    node.reread(["10.conf"], in: folder)
    #expect(node == NodeFiles(nodePaths))
    #expect(node.configs.flatMap(\.files).first?.isLoaded == true)
    try write(conf + "/a/20.conf", "{")
    node.reread(["20.conf"], in: folder)
    #expect(node == NodeFiles(nodePaths))
    #expect(node.watchedDirectories.contains(folder))
    #expect(node.configs.flatMap(\.files).first?.isLoaded == false)
  }
}
