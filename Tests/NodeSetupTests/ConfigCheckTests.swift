import Files
import Formats
import SystemPackage
import TestKit
import Testing

@testable import NodeSetup

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
      #"{"cniVersion":"1.0.0","name":"a"}"#,
      "broken: \"plugins\" is missing, and there is no a/*.conf"
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
    (
      #"{"cniVersion":"1.0.0","name":"a","DisableGC":true,"plugins":[{"type":"x"}]}"#,
      "suspect: \"DisableGC\" is not read: here it has to be written \"disableGC\""
    ),
    (
      #"{"cniVersion":"9.9.9","cniVersions":["2.0.0"],"name":"a","plugins":[{"type":"x"}]}"#,
      "broken: cniVersion \"9.9.9\" is none of 0.1.0, 0.2.0, 0.3.0, 0.3.1, 0.4.0, 1.0.0, 1.1.0"
    ),
    (
      #"{"cniVersions":["1.0.0",7],"name":"a","plugins":[{"type":"x"}]}"#,
      "broken: \"cniVersions\" must hold texts"
    ),
  ]) func saysWhatAListLacks(_ text: String, _ finding: String) throws {
    #expect(try findings(text) == [finding])
  }

  @Test(arguments: [
    #"{"cniVersion":"9.0.0","cniVersions":["1.0.0","2.0.0"],"name":"a","plugins":[{"type":"x"}]}"#,
    #"{"cniVersions":["1.0.0"],"name":"a","plugins":[{"type":"x"}]}"#,
    #"{"cniVersion":"1.0.0","name":"a","nerdctlID":"1","nerdctlLabels":{},"args":{"podman_labels":{}},"disableGC":true,"loadOnlyInlinedPlugins":true,"plugins":[{"type":"x"}]}"#,
    #"{"cniVersion":"1.0.0","name":"a","plugins":[{"type":"tap","multiQueue":true,"owner":0,"group":0,"selinuxContext":"x","bridge":"b","mac":"x"},{"type":"dummy"},{"type":"vrf","vrfname":"v","table":1},{"type":"sbr","gateways":[],"table":3}]}"#,
    #"{"cniVersion":"1.0.0","name":"a","plugins":[{"type":"flannel","ipam":{"dataDir":"/x"},"delegate":{}},{"type":"flannel","ipam":{"type":"host-local"}},{"type":"calico","ipam":{"type":"host-local","subnet":"usePodCidr"}}]}"#,
  ]) func hasNothingToSayOfWhatOthersWrite(_ text: String) throws {
    #expect(try findings(text) == [])
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
    (
      #""isgateway":true"#,
      ["hint: \"plugins[0].isgateway\" is usually written \"isGateway\""]
    ),
    (
      #""isgateway":"yes","ipam":{"TYPE":"static","Routes":[{"DST":"0.0.0.0/0"}]}"#,
      [
        "broken: \"plugins[0].isgateway\" must be true or false, without quotes",
        "hint: \"plugins[0].isgateway\" is usually written \"isGateway\"",
        "hint: \"plugins[0].ipam.TYPE\" is usually written \"type\"",
        "hint: \"plugins[0].ipam.Routes\" is usually written \"routes\"",
        "hint: \"plugins[0].ipam.routes[0].DST\" is usually written \"dst\"",
      ]
    ),
    (
      #""dns":{"Domain":"x"},"args":{"CNI":{"Mac":"x","labels":1},"podman":1},"capabilities":{"MAC":true}"#,
      [
        "hint: \"plugins[0].dns.Domain\" is usually written \"domain\"",
        "hint: \"plugins[0].args.CNI\" is usually written \"cni\"",
        "hint: \"plugins[0].args.cni.Mac\" is usually written \"mac\"",
      ]
    ),
    (
      #""mtu":1,"MTU":2"#,
      [
        "suspect: \"plugins[0].MTU\" and \"mtu\" are one key: \"mtu\" counts",
        "hint: \"plugins[0].MTU\" is usually written \"mtu\"",
      ]
    ),
    (
      #""ipam":{"type":"host-local","ranges":[[{"Subnet":"10.1.0.0/24"}],[{"subnet":"10.1.0.128/25"}]]}"#,
      [
        "broken: \"plugins[0].ipam.ranges[1][0].subnet\" 10.1.0.129-10.1.0.254 overlaps "
          + "10.1.0.1-10.1.0.254 of \"plugins[0].ipam.ranges[0][0].subnet\"",
        "hint: \"plugins[0].ipam.ranges[0][0].Subnet\" is usually written \"subnet\"",
      ]
    ),
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
      #""ipam":{"type":"host-local","subnet":"10.1.0.0/24","rangeStart":"10.1.0.255"}"#,
      ["broken: \"plugins[0].ipam.rangeStart\" 10.1.0.255 leaves no address to give"]
    ),
    (
      #""ipam":{"type":"host-local","ranges":[[{"subnet":"10.1.0.0/24"},{"subnet":"fd00::/64"}]]}"#,
      [
        "broken: \"plugins[0].ipam.ranges[0]\" has ranges of both families: each wants a list of "
          + "its own"
      ]
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
    #expect(file.lines.count == ConfigFile.lineLimit)
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
