import LabKit
import TestKit
import Testing

private let programs = Requirement.programs(["ip", "nft", "python3", "unshare"])

/// Configurations in the forms that Go's readers take: the plugins do with them what the reference plugins do.
@Suite(.needs(.root), .needs(.plugins), .needs(programs)) struct AsGoReadsTests {
  let lab: PluginLab

  init() throws { lab = try PluginLab() }

  private func interface(_ keys: String, _ who: String) throws -> String {
    let ipam = #""IPAM":{"Type":"host-local","DataDir":"DATA/\#(who)","subnet":"10.22.0.0/24"}"#
    return try lab.run(
      #"{"CNIVersion":"0.4.0","Name":"mynet","type":"bridge","BRIDGE":"cni7",\#(keys),\#(ipam)}"#,
      """
      pod a; call \(who) ADD a > answer
      ip -n a -j address show eth0 | python3 -c 'import json, sys
      link = json.load(sys.stdin)[0]
      print(link["mtu"], link["address"][:8], link["addr_info"][0]["local"])'
      ip -br address show cni7 | grep -c 10.22.0.1/24 || true
      call \(who) DEL a
      find \(lab.data) -name '10.*'
      """)
  }

  @Test(arguments: [
    (
      #""isgateway":true,"MTU":1400,"args":{"CNI":{"MAC":"02-00-00-01-02-03"}}"#,
      "1400 02:00:00 10.22.0.2\n1\n"
    ),
    (
      #""MTU":1400,"mtu":1300,"Args":{"cni":{"mac":"0200.0001.0203"}}"#,
      "1300 02:00:00 10.22.0.2\n0\n"
    ),
    (
      #""mtu":1400,"MTU":null,"ipam":{"RANGESTART":"10.22.0.9"},"RuntimeConfig":{"Mac":"02:00:00:AA:BB:CC"}"#,
      "1400 02:00:00 10.22.0.9\n0\n"
    ),
    (
      #""\u017ftate":1,"i\u017fgateway":true,"mac\u017fpoofchk":false,"runtimeConfig":{"mac":"02-00-00-AA-BB-CC"}"#,
      "1500 02:00:00 10.22.0.2\n1\n"
    ),
  ]) func keysInAnyCaseAndMACAddressesInAnyForm(_ keys: String, _ expected: String) throws {
    #expect(try interface(keys, "ours") == expected)
    #expect(try interface(keys, "theirs") == expected)
  }

  @Test(arguments: ["02:00:5e:10:00:00:00:01", "01-00-00-00-00-01", "0000.0000.0000", "02-00-00"])
  func anAddressThatNoVethCanHaveLeavesNothing(_ mac: String) throws {
    let output = try lab.run(
      PluginTests.config("1.0.0", #""args":{"cni":{"mac":"\#(mac)"}},"#),
      """
      pod a; state > before
      ! call ours ADD a
      state > after; diff before after
      """)
    #expect(output.contains(#""code": "#))
  }

  @Test func aRuntimeTakesPluginsFromADirectory() throws {
    let bridge = PluginTests.config(ipam: #""subnet":"10.22.0.0/16""#)
      .replacing("DATA", with: lab.data).replacing(#""name":"mynet","#, with: "")
    try lab.scratch.write(
      "net.d/10-apart.conflist",
      Array(#"{"cniVersion":"0.4.0","cniVersions":["1.0.0","9.0.0"],"name":"apart"}"#.utf8))
    try lab.scratch.write("net.d/apart/10-bridge.conf", Array(bridge.utf8))
    try lab.scratch.write(
      "net.d/apart/20-tuning.conf",
      Array(#"{"Type":"tuning","SYSCTL":{"net.ipv4.conf.eth0.log_martians":"1"}}"#.utf8))
    let output = try lab.run(
      "",
      """
      run() {
        \(Project.cnitop) $1 --conf-dir net.d --cache-dir cache/results --bin-dir $theirs "${@:2}"
      }
      pod a
      run add apart a
      inside a cat /proc/sys/net/ipv4/conf/eth0/log_martians
      rm -r net.d
      run check apart a
      run del apart a
      find \(lab.data) cache -type f ! -name lock ! -name 'last_*'
      """)
    #expect(output.contains(#""cniVersion": "1.0.0""#) && output.contains("10.22.0.2/16"))
    #expect(output.hasSuffix("\n1\n"), "what was remembered is enough to take it down")
  }
}
