import CNI
import Files
import SystemPackage
import TestKit
import Testing

@testable import NodeSetup

@Suite struct ConfigDirectoryTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func readsADirectoryInLibcnisOrder() throws {
    try scratch.write("20-b.conf", fixture: "conf/20-old.conf")
    try scratch.write("10-a.conflist", fixture: "conf/10-lab.conflist")
    try scratch.write("15.json", text: "{")
    try scratch.write("notes.txt", text: "hello")
    try scratch.write(".conf~", text: "hello")
    try scratch.makeDirectory("05.conf")
    try scratch.link("30-c.conf", to: "20-b.conf")
    try scratch.link("40-d.conf", to: "nowhere")
    try scratch.makeSparse("50-e.conf", bytes: 100 << 20)
    scratch.makeFifo("60-f.conf")
    let directory = ConfigDirectory(scratch.path)
    #expect(
      directory.files.map(\.name) == [
        "10-a.conflist", "15.json", "20-b.conf", "30-c.conf", "40-d.conf", "50-e.conf", "60-f.conf",
      ])
    #expect(
      directory.files.compactMap { try? $0.content.get().name } == ["lab", "old", "old"])
    #expect(
      directory.gaps.map(\.reason) == [
        "the JSON ends too early", "No such file or directory", "larger than 1048576 bytes",
        "not a regular file",
      ])
  }

  @Test func missesNothingWhereThereIsNothing() {
    let directory = ConfigDirectory(scratch.path.appending("none"))
    #expect(directory.files.isEmpty && directory.gaps.isEmpty)
  }

  @Test func listsPluginsWithTheirFacts() throws {
    let directory = PluginListing("/usr/lib/cni")
    try #require(!directory.programs.isEmpty, "install containernetworking-plugins")
    let bridge = try #require(directory.programs.first { $0.name == "bridge" })
    #expect(bridge.facts.isExecutable && bridge.facts.size > 1000)
  }
}
