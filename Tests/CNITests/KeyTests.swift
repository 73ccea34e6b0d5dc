import Addressing
import Formats
import Testing

@testable import CNI

/// Keys in any case, as Go's encoding/json takes them.
@Suite struct KeyTests {
  private func read(_ text: String) throws -> JSON { try JSON(Array(text.utf8)) }

  /// As the reference host-local does it.
  @Test func listsAreMergedEntryByEntry() throws {
    let json = try read(
      #"{"ranges":[[{"subnet":"a","rangeStart":"b"},{"subnet":"c"}]],"RANGES":[[{"SUBNET":"d"}]]}"#)
    let sets = IPAMConfig.sets(json["ranges"])
    #expect(sets == [[RangeConfig(subnet: "d", rangeStart: "b")]])
  }

  @Test func areReadEverywhere() throws {
    let text = """
      {"CNIVERSION":"1.1.0","Name":"net","TYPE":"bridge","BRIDGE":"br7","isgateway":true,"ISDEFAULTGATEWAY":true,
      "forceaddress":true,"ipmasq":true,"IPMASQBACKEND":"iptables","MTU":1400,"hairpinmode":true,"VLAN":7,
      "VLANTRUNK":[{"MINID":2,"maxid":3},{"Id":9}],"MACSPOOFCHK":true,"EnableDad":true,"portisolation":true,
      "DNS":{"NameServers":["1.1.1.1"]},"ARGS":{"CNI":{"MAC":"02-00-00-00-00-01","IPS":["10.1.0.9"]}},
      "IPAM":{"Type":"host-local","SUBNET":"10.1.0.0/24","rangestart":"10.1.0.5","RANGEEND":"10.1.0.50",
      "GateWay":"10.1.0.254","DATADIR":"/run/x","RESOLVCONF":"/etc/r","ROUTES":[{"DST":"0.0.0.0/0","Gw":"10.1.0.7","MTU":900}],
      "Ranges":[[{"Subnet":"10.2.0.0/24"}]]},
      "RUNTIMECONFIG":{"IPRANGES":[[{"SubNet":"10.3.0.0/24"}]],"Ips":["10.3.0.8"]},
      "PREVRESULT":{"CNIVersion":"1.1.0","INTERFACES":[{"NAME":"eth0","MAC":"0200.0000.0001","SANDBOX":"/x"}],
      "IPS":[{"Address":"10.1.0.9/24","INTERFACE":0,"GATEWAY":"10.1.0.254"}]},
      "CNI.dev/valid-attachments":[{"containerid":"a","IFNAME":"eth0"}]}
      """
    let input = try PluginInput(Array(text.utf8))
    #expect(try input.version == .v1_1_0 && input.network == "net" && input.type == "bridge")
    let bridge = try input.bridge(PluginArguments())
    #expect(bridge.bridge == "br7" && bridge.isGateway && bridge.isDefaultGateway)
    #expect(bridge.forceAddress && bridge.ipMasq && bridge.ipMasqBackend == .iptables)
    #expect(bridge.mtu == 1400 && bridge.hairpinMode && bridge.vlan == 7)
    #expect(bridge.vlanTrunk == [2...3, 9...9] && bridge.macspoofchk && bridge.enabledad)
    #expect(bridge.portIsolation && bridge.dns.nameservers == ["1.1.1.1"])
    #expect(bridge.mac?.rawValue == 0x0200_0000_0001 && bridge.ipamType == "host-local")
    let local = try input.hostLocal(PluginArguments())
    #expect(local.dataDir == "/run/x" && local.resolvConf == "/etc/r")
    #expect(
      local.sets.map { $0.pools[0].range.description } == [
        "10.3.0.1-10.3.0.254", "10.1.0.5-10.1.0.50", "10.2.0.1-10.2.0.254",
      ])
    #expect(
      local.routes.first?.gateway?.description == "10.1.0.7" && local.routes.first?.mtu == 900)
    #expect(local.requested.map(\.description) == ["10.1.0.9", "10.3.0.8"])
    let previous = try #require(try input.previous)
    #expect(previous.interfaces.first?.mac == bridge.mac)
    #expect(previous.addresses.first?.interface == 0)
    #expect(try input.validAttachments?.map(\.interfaceName) == ["eth0"])
    let config = try NetworkConfig(single: JSON(Array(text.utf8)))
    #expect(config.name == "net" && config.cniVersion == "1.1.0")
    #expect(
      config.plugins[0].isGateway && config.plugins[0].ipMasq && config.plugins[0].mtu == 1400)
    #expect(config.plugins[0].ipam?.routes.first?.gateway == "10.1.0.7")
  }

  @Test func ofTheRuntimesFilesToo() throws {
    let entry =
      #"{"KIND":"cniCacheV1","containerid":"a","IFNAME":"eth0","NetworkName":"n","#
      + #""NETNS":"/x","capabilityargs":{"IPRANGES":[[{}]],"ipRanges":[[{"SUBNET":"10.0.0.0/24"}]]},"#
      + #""RESULT":{"Ips":[{"ADDRESS":"10.0.0.2/24"}]}}"#
    let cached = try CachedAttachment(CacheEntry(read(entry)), file: "f", since: 0, config: nil)
    #expect(cached.namespacePath == "/x" && cached.result.addresses.count == 1)
    #expect(cached.runtimeRanges.first?.first?.subnet == "10.0.0.0/24")
    #expect(
      CNIVersion.supported(answer: Array(#"{"SupportedVersions":["1.0.0"]}"#.utf8)) == ["1.0.0"])
    #expect(CNIError(answer: Array(#"{"CODE":7,"Msg":"m"}"#.utf8))?.message == "m")
  }

  @Test func capabilitiesKeepTheirCase() throws {
    let list = try NetworkList(
      Array(
        #"{"name":"n","plugins":[{"TYPE":"x","Capabilities":{"ips":true,"MAC":true}}]}"#.utf8))
    let passed = try list.configuration(
      of: 0, previous: nil, capabilities: Array(#"{"ips":["1"],"Ips":["2"],"mac":"3"}"#.utf8))
    #expect(try JSON(passed)["runtimeConfig"] == read(#"{"ips":["1"]}"#))
  }

  @Test func whatARuntimePutsInIsThereOnce() throws {
    let list = try NetworkList(
      Array(
        #"{"name":"n","cniVersion":"1.0.0","plugins":[{"type":"x","Name":"a","CNIVERSION":"9","cniversion":"8","PrevResult":{},"Own":1,"own":2}]}"#
          .utf8))
    let passed = try JSON(list.configuration(of: 0, previous: Array(#"{"a":1}"#.utf8)))
    #expect(
      passed.members.map(\.key) == ["Own", "own", "type", "name", "cniVersion", "prevResult"])
    #expect(passed["name"] == .string("n") && passed["cniVersion"] == .string("1.0.0"))
  }
}
