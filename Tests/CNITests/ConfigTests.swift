import Formats
import TestKit
import Testing

@testable import CNI

@Suite struct ConfigTests {
  @Test func readsAList() throws {
    let config = try NetworkConfig(list: JSON(Fixture.bytes("conf/10-lab.conflist")))
    #expect(config.name == "lab")
    #expect(config.cniVersions == ["0.4.0", "1.0.0", "1.1.0"])
    #expect(config.disableCheck)
    #expect(!config.disableGC)
    #expect(config.plugins.map(\.type) == ["bridge", "portmap", "tuning"])
    #expect(config.plugins[1].capabilities == ["portMappings"])
    let bridge = config.plugins[0]
    #expect(bridge.bridge == "lab0" && bridge.isGateway && bridge.ipMasq && bridge.hairpinMode)
    #expect(bridge.ipMasqBackend == "nftables" && bridge.mtu == 1450 && bridge.vlan == 42)
    #expect(bridge.ipam?.dataDir == "/run/lab")
    #expect(bridge.ipam?.ranges.map(\.count) == [2, 1])
    #expect(bridge.ipam?.routes.last?.gateway == "fd00:77::9")
  }

  @Test func takesOddValuesOfFreeKeysForAbsent() throws {
    let tuning = try NetworkConfig(list: JSON(Fixture.bytes("conf/10-lab.conflist"))).plugins[2]
    #expect(tuning.mtu == nil && tuning.ipam == nil && tuning.capabilities.isEmpty)
  }

  @Test func wrapsASinglePlugin() throws {
    let config = try NetworkConfig(single: JSON(Fixture.bytes("conf/20-old.conf")))
    #expect(config.plugins.count == 1)
    #expect(config.plugins[0].bridge == "cni0")
    #expect(config.plugins[0].isGateway)
    #expect(config.plugins[0].ipam?.ranges.first?.first?.subnet == "10.22.0.0/16")
  }

  @Test(arguments: [
    ("{}", FormatFailure.noPlugins), (#"{"name":"a","plugins":[]}"#, .noPlugins),
    (#"{"name":"a","plugins":{}}"#, .noPlugins),
    (#"{"plugins":[{"type":"x"}]}"#, .missing(key: "name")),
    (#"{"name":"a","plugins":[{}]}"#, .missing(key: "type")),
    (#"{"name":"a","plugins":[7]}"#, .missing(key: "type")),
    (#"{"name":"a","plugins":[{"type":7}]}"#, .wrongType(key: "type")),
    (#"{"name":"a","plugins":[{"type":"x","Name":7}]}"#, .wrongType(key: "name")),
    (#"{"name":"a","plugins":[{"type":"x","IPAM":[]}]}"#, .wrongType(key: "ipam")),
    (#"{"name":"a","plugins":[{"type":"x","ipam":{"type":1}}]}"#, .wrongType(key: "ipam.type")),
    (#"{"name":"a","plugins":[{"type":"x","dns":"1.1.1.1"}]}"#, .wrongType(key: "dns")),
    (
      #"{"name":"a","plugins":[{"type":"x","capabilities":{"ips":"yes"}}]}"#,
      .wrongType(key: "capabilities")
    ),
    ("", .empty),
    ("[", .endsEarly),
  ]) func refuses(_ text: String, _ failure: FormatFailure) {
    #expect(throws: failure) { try NetworkConfig(list: JSON(Array(text.utf8))) }
  }
}
