import Addressing
import CNI
import Testing

@Suite struct PluginInputTests {
  private func input(_ keys: String, version: String = "1.1.0") throws -> PluginInput {
    try PluginInput(
      Array(#"{"cniVersion":"\#(version)","name":"net","type":"bridge",\#(keys)}"#.utf8))
  }

  @Test func readsTheClassicConfiguration() throws {
    let input = try PluginInput(
      Array(
        """
        {"cniVersion":"0.2.0","name":"mynet","type":"bridge","bridge":"cni0","isGateway":true,
        "ipMasq":true,"ipam":{"type":"host-local","subnet":"10.22.0.0/16",
        "routes":[{"dst":"0.0.0.0/0"}]}}
        """.utf8))
    let bridge = try input.bridge(PluginArguments())
    #expect(input.version == .v0_2_0)
    #expect(bridge.bridge == "cni0" && bridge.isGateway && bridge.ipMasq)
    #expect(bridge.ipMasqBackend == .nftables && bridge.ipamType == "host-local")
    let local = try input.hostLocal(PluginArguments())
    #expect(local.network == "mynet" && local.dataDir == "/var/lib/cni/networks")
    #expect(local.routes.map(\.destination.description) == ["0.0.0.0/0"])
    #expect(local.sets.map(\.pools.count) == [1])
  }

  @Test func prefersWhatTheRuntimeSaysOfTheMAC() throws {
    let arguments = PluginArguments(mac: MACAddress(rawValue: 1))
    func mac(_ keys: String) throws -> UInt64? {
      try input(keys + #""x":1"#).bridge(arguments).mac?.rawValue
    }
    #expect(try mac("") == 1)
    let cni = #""args":{"cni":{"mac":"00:00:00:00:00:02"}},"#
    #expect(try mac(cni) == 2)
    #expect(try mac(cni + #""runtimeConfig":{"mac":"00:00:00:00:00:03"},"#) == 3)
  }

  @Test func collectsTheTrunk() throws {
    let bridge = try input(
      #""vlan":5,"vlanTrunk":[{"minID":10,"maxID":12},{"id":13},{"id":40,"minID":1,"maxID":1}]"#
    ).bridge(PluginArguments())
    #expect(bridge.vlanTrunk == [1...1, 10...13, 40...40])
    #expect(bridge.vlan == 5 && bridge.filtersVLANs)
  }

  @Test(arguments: [
    (#""bridge":7"#, "bridge"), (#""bridge":"a/b""#, "bridge"), (#""mtu":"1500""#, "mtu"),
    (#""mtu":-1"#, "mtu"), (#""vlan":4095"#, "vlan"), (#""isGateway":"yes""#, "isGateway"),
    (#""ipMasqBackend":"ebtables""#, "ipMasqBackend"), (#""vlanTrunk":[{"minID":2}]"#, "maxID"),
    (#""vlanTrunk":[{"maxID":2}]"#, "minID"), (#""vlanTrunk":[{"minID":3,"maxID":2}]"#, "maxID"),
    (#""vlanTrunk":[{"id":0}]"#, "id"), (#""hairpinMode":true,"promiscMode":true"#, "hairpinMode"),
    (#""disableContainerInterface":true,"ipam":{"type":"x"}"#, "disableContainerInterface"),
    (#""args":{"cni":{"mac":"x"}}"#, "mac"), (#""ipam":[]"#, "ipam"),
    (#""dns":{"nameservers":[1]}"#, "nameservers"),
  ]) func namesTheKeyOfTheBridgeThatIsWrong(_ keys: String, _ key: String) throws {
    let failure = #expect(throws: CNIError.self) {
      try input(keys).bridge(PluginArguments())
    }
    #expect(failure?.code == .invalidConfiguration)
    #expect(failure?.message.contains("\(key)\"") == true)
  }

  @Test(arguments: [
    #""x":1"#, #""ipam":{}"#, #""ipam":{"ranges":[]}"#, #""ipam":{"ranges":[[]]}"#,
    #""ipam":{"ranges":[[{}]]}"#, #""ipam":{"subnet":"10.0.0.1/24"}"#,
    #""ipam":{"subnet":"10.0.0.0/24","rangeStart":5}"#,
    #""ipam":{"subnet":"10.0.0.0/24","dataDir":"relative"}"#,
    #""ipam":{"subnet":"10.0.0.0/24","routes":[{}]}"#,
    #""ipam":{"subnet":"10.0.0.0/24","routes":[{"dst":"0.0.0.0/0","gw":"x"}]}"#,
    #""ipam":{"subnet":"10.0.0.0/24"},"args":{"cni":{"ips":["x"]}}"#,
    #""ipam":{"subnet":"10.0.0.0/24"},"runtimeConfig":{"ips":"10.0.0.5"}"#,
  ]) func refusesWhatHostLocalCannotDo(_ keys: String) throws {
    let failure = #expect(throws: CNIError.self) {
      try input(keys).hostLocal(PluginArguments())
    }
    #expect(failure?.code == .invalidConfiguration)
  }

  @Test func gathersRangesAndRequestsFromEverywhere() throws {
    let input = try input(
      #""ipam":{"subnet":"10.0.0.0/24","ranges":[[{"subnet":"fd00::/64"}]]},"#
        + #""runtimeConfig":{"ipRanges":[[{"subnet":"10.9.0.0/24"}]],"ips":["fd00::5/64"]},"#
        + #""args":{"cni":{"ips":["10.0.0.5"]}}"#)
    let local = try input.hostLocal(PluginArguments(address: IPAddress("10.9.0.7")))
    #expect(
      local.sets.map { $0.pools[0].subnet.description }
        == ["10.9.0.0/24", "10.0.0.0/24", "fd00::/64"])
    #expect(local.requested.map(\.description) == ["10.9.0.7", "10.0.0.5", "fd00::5"])
  }

  @Test func oldVersionsHaveRoomForOneAddressOfAFamily() throws {
    let keys = #""ipam":{"ranges":[[{"subnet":"10.0.0.0/24"}],[{"subnet":"10.1.0.0/24"}]]}"#
    #expect(throws: CNIError.self) {
      try input(keys, version: "0.2.0").hostLocal(PluginArguments())
    }
    #expect(try input(keys, version: "0.3.0").hostLocal(PluginArguments()).sets.count == 2)
  }

  @Test(arguments: [
    ("", CNIError.Code.notDecodable), ("[]", .notDecodable), ("{", .notDecodable),
    (#"{"cniVersion":"9.9.9"}"#, .incompatibleVersion),
    (#"{"cniVersion":1}"#, .invalidConfiguration),
  ]) func saysWhatIsWrongWithTheWhole(_ text: String, _ code: CNIError.Code) throws {
    let failure = #expect(throws: CNIError.self) { try PluginInput(Array(text.utf8)) }
    #expect(failure?.code == code)
  }

  @Test(arguments: ["{}", #"{"name":"../x"}"#, #"{"name":""}"#, #"{"name":7}"#])
  func needsANetworksName(_ text: String) throws {
    let input = try PluginInput(Array(text.utf8))
    let failure = #expect(throws: CNIError.self) { try input.network }
    #expect(failure?.code == .invalidConfiguration)
  }

  @Test func readsTheAttachmentsToKeep() throws {
    let key = #""cni.dev/valid-attachments""#
    let kept = try input(#"\#(key):[{"containerID":"a","ifname":"eth0"}]"#).validAttachments
    #expect(kept == [AttachmentKey(containerID: "a", interfaceName: "eth0")])
    #expect(try input(#""x":1"#).validAttachments == nil)
    #expect(try input("\(key):[]").validAttachments == [])
    #expect(try input("\(key):null").validAttachments == [])
    #expect(throws: CNIError.self) { try input("\(key):{}").validAttachments }
    #expect(throws: CNIError.self) { try input(#"\#(key):[{"ifname":"eth0"}]"#).validAttachments }
  }
}
