import Files
import SystemPackage
import TestKit
import Testing

@testable import CNI

@Suite struct ConfigCheckTests {
  private func findings(_ text: String, _ form: ConfigFile.Form = .list) throws -> [String] {
    ConfigCheck(try JSON(Array(text.utf8)), form: form).findings.map {
      "\($0.severity.rawValue): \($0.text)"
    }
  }

  private func plugin(_ keys: String) throws -> [String] {
    try findings(#"{"cniVersion":"1.0.0","name":"a","plugins":[{"type":"bridge",\#(keys)}]}"#)
  }

  @Test func hasNothingToSayOfSoundFiles() throws {
    for name in ["conf/10-lab.conflist", "conf/20-old.conf"] {
      let form = try #require(ConfigFile.Form(name: name))
      let check = ConfigCheck(try JSON(Fixture.bytes(name)), form: form)
      let faults = check.findings.filter { $0.severity != .hint }
      #expect(faults.allSatisfy { $0.text.contains("plugins[2]") }, "its tuning is odd on purpose")
    }
  }

  @Test(arguments: [
    ("[]", "broken: it holds no object: a configuration begins with {"),
    (#"{"cniVersion":"1.0.0","plugins":[{"type":"x"}]}"#, "broken: \"name\" is missing"),
    (
      #"{"cniVersion":"2.0.0","name":"a","plugins":[{"type":"x"}]}"#,
      "broken: cniVersion \"2.0.0\" is none of 0.1.0, 0.2.0, 0.3.0, 0.3.1, 0.4.0, 1.0.0, 1.1.0"
    ),
    (
      #"{"name":"a","plugins":[{"type":"x"}]}"#,
      "hint: \"cniVersion\" is missing, which means 0.1.0"
    ),
    (
      #"{"cniVersion":1,"name":"a","plugins":[{"type":"x"}]}"#,
      "broken: \"cniVersion\" must be a text"
    ),
    (
      #"{"cniVersion":"1.0.0","name":"a","type":"bridge"}"#,
      "broken: \"plugins\" is missing: one plugin alone belongs into a *.conf"
    ),
    (
      #"{"cniVersion":"1.0.0","name":"a","plugins":[{}]}"#,
      "broken: \"plugins[0].type\" is missing: it names the program to call"
    ),
    (
      #"{"cniVersion":"1.0.0","name":"a","plugins":[],"x":1}"#,
      "broken: \"plugins\" must be a list of at least one plugin"
    ),
    (
      #"{"cniVersion":"1.0.0","name":"a","bridges":1,"plugins":[{"type":"x"}]}"#,
      "hint: \"bridges\" is no key of a list"
    ),
  ]) func saysWhatAListLacks(_ text: String, _ finding: String) throws {
    #expect(try findings(text) == [finding])
  }

  @Test func aListDoesNotBelongIntoAConf() throws {
    let text = #"{"cniVersion":"1.0.0","name":"a","plugins":[{"type":"x"}]}"#
    #expect(
      try findings(text, .single) == [
        "broken: it holds a list of plugins: such a file has to end with .conflist"
      ])
  }

  @Test(arguments: [
    (
      #""isGateway":"yes""#,
      ["broken: \"plugins[0].isGateway\" must be true or false, without quotes"]
    ),
    (#""isgateway":true"#, []),
    (#""isGatway":true"#, ["hint: \"plugins[0].isGatway\" is no key of the plugin bridge"]),
    (
      #""mtu":1,"mtu":2"#, ["suspect: \"plugins[0].mtu\" is there twice: the last counts"]
    ),
    (#""ipam":{}"#, []),
    (
      #""ipam":{"type":"host-local"}"#,
      ["broken: \"plugins[0].ipam.ranges\" is missing: host-local has no address to give"]
    ),
    (
      #""ipam":{"type":"host-local","subnet":"10.1.2.3/16"}"#,
      [
        "broken: \"plugins[0].ipam.subnet\" 10.1.2.3/16 has bits beyond its length: 10.1.0.0/16 "
          + "is meant"
      ]
    ),
    (
      #""ipam":{"type":"host-local","ranges":[[{"subnet":"10.1.0.0/24","gateway":"10.2.0.1"}]]}"#,
      [
        "suspect: \"plugins[0].ipam.ranges[0][0].gateway\" 10.2.0.1 is outside of the subnet "
          + "10.1.0.0/24"
      ]
    ),
    (
      #""ipam":{"type":"host-local","subnet":"10.1.0.0/24","rangeStart":"10.1.0.9","rangeEnd":"10.1.0.5"}"#,
      ["broken: \"plugins[0].ipam.rangeEnd\" 10.1.0.5 is before rangeStart 10.1.0.9"]
    ),
    (
      #""ipam":{"type":"host-local","ranges":[{"subnet":"10.1.0.0/24"}]}"#,
      [
        "broken: \"plugins[0].ipam.ranges\" is missing: host-local has no address to give",
        "broken: \"plugins[0].ipam.ranges\" must hold lists of ranges: [[{\"subnet\": …}]]",
      ]
    ),
  ]) func saysWhatAPluginLacks(_ keys: String, _ expected: [String]) throws {
    #expect(try plugin(keys) == expected)
  }

  @Test func aFileThatIsNoJSONSaysWhere() throws {
    let scratch = try Scratch()
    try scratch.write("10-a.conf", text: "{\n  \"name\": \"a\",\n  oops\n}")
    let file = try #require(ConfigDirectory(scratch.path).files.first)
    #expect(file.findings.map(\.text) == ["not JSON at line 3, column 3"])
    #expect(file.lines.isEmpty)
  }

  @Test func theContentIsIndentedAndCutOff() throws {
    let scratch = try Scratch()
    let numbers = (0..<5000).map(String.init).joined(separator: ",")
    try scratch.write("10-a.conf", text: #"{"name":"a","type":"x","n":[\#(numbers)]}"#)
    let file = try #require(ConfigDirectory(scratch.path).files.first)
    #expect(file.lines.prefix(2) == ["{", "    \"name\": \"a\","])
    #expect(file.lines.count == ConfigFile.mostLines)
  }

  @Test(
    arguments: [
      ([0x7f, 0x45, 0x4c, 0x46, 2, 1] + Array(repeating: 0, count: 12) + [0xb7, 0], "aarch64"),
      ([0x7f, 0x45, 0x4c, 0x46, 2, 2] + Array(repeating: 0, count: 12) + [0, 22], "s390x"),
    ] as [([UInt8], String)]) func knowsForeignPrograms(_ bytes: [UInt8], _ machine: String)
  {
    #if arch(x86_64)
      #expect(ProgramFormat(beginning: bytes) == .foreign(machine))
    #endif
  }

  @Test func knowsProgramsOfItsOwnAndScripts() throws {
    let own = try Directory("/proc/self").beginning(of: "exe", count: 20, links: .followed)
    #expect(ProgramFormat(beginning: own) == .native)
    #expect(ProgramFormat(beginning: Array("#!/bin/sh\n".utf8)) == .script)
    #expect(ProgramFormat(beginning: Array("readme".utf8)) == .none)
    #expect(ProgramFormat(beginning: [0x7f, 0x45, 0x4c, 0x46]) == .none)
  }
}
