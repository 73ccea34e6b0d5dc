import Addressing
import Formats
import Testing

@testable import CNI

@Suite struct AttachmentResultTests {
  static let result: AttachmentResult = {
    var route = ResultRoute(destination: Prefix("0.0.0.0/0") ?? Prefix(host: .v4(0)))
    route.gateway = IPAddress("10.1.0.1")
    route.mtu = 1400
    var result = AttachmentResult(
      interfaces: [
        .init(name: "cni0", mac: MACAddress(rawValue: 0xa)), .init(name: "veth1"),
        .init(name: "eth0", mac: MACAddress(rawValue: 0xb), mtu: 1500, sandbox: "/run/netns/a"),
      ],
      addresses: [
        .init(
          prefix: Prefix("10.1.0.5/16") ?? route.destination, gateway: IPAddress("10.1.0.1"),
          interface: 2),
        .init(prefix: Prefix("fd00::5/64") ?? route.destination, interface: 2),
      ], routes: [route])
    result.dns.nameservers = ["10.0.0.10"]
    return result
  }()

  @Test(arguments: CNIVersion.allCases) func readsWhatItWrites(_ version: CNIVersion) throws {
    var expected = Self.result
    if version < .v1_1_0 { expected.interfaces[2].mtu = nil }
    if version < .v0_3_0 {
      expected.interfaces = []
      for index in expected.addresses.indices { expected.addresses[index].interface = nil }
    }
    let text = Self.result.json(version)
    #expect(try AttachmentResult(JSON(Array(text.utf8))) == expected)
    #expect(text.contains(#""cniVersion": "\#(version.rawValue)""#))
    #expect(text.contains(#""version": "6""#) == (CNIVersion.v0_3_0...CNIVersion.v0_4_0 ~= version))
  }

  @Test func isWrittenAsTheReferencePluginsDo() {
    #expect(
      Self.result.json(.v0_2_0) == """
        {
            "cniVersion": "0.2.0",
            "ip4": {
                "ip": "10.1.0.5/16",
                "gateway": "10.1.0.1",
                "routes": [
                    {
                        "dst": "0.0.0.0/0",
                        "gw": "10.1.0.1",
                        "mtu": 1400
                    }
                ]
            },
            "ip6": {
                "ip": "fd00::5/64"
            },
            "dns": {
                "nameservers": [
                    "10.0.0.10"
                ]
            }
        }
        """)
  }

  /// Go keeps a table and a scope of 0, for these are pointers there, and no other zero.
  @Test func keepsWhatARouteIsToldInEveryVersion() throws {
    var result = AttachmentResult()
    var route = ResultRoute(destination: Prefix(host: .v4(1)))
    (route.mtu, route.advertisedMSS, route.priority, route.table, route.scope) = (0, 0, 7, 0, 0)
    result.routes = [route]
    let text = result.json(.v0_3_1).filter { !$0.isWhitespace }
    #expect(text.contains(#"[{"dst":"0.0.0.1/32","priority":7,"table":0,"scope":0}]"#))
  }

  /// As libcni does.
  @Test(arguments: CNIVersion.allCases) func leavesAnEmptyDNSOutSince1(_ version: CNIVersion) {
    #expect(AttachmentResult().json(version).contains("dns") == (version < .v1_0_0))
  }

  @Test(arguments: [
    #"{"ips":[{}]}"#, #"{"ips":[{"address":"10.0.0.1"}]}"#, #"{"ips":[7]}"#, #"{"routes":{}}"#,
    #"{"interfaces":[{"mac":"x"}]}"#, #"{"ip4":{}}"#,
    #"{"ips":[{"address":"1.2.3.4/8","interface":-1}]}"#,
  ]) func refusesWhatNoPluginAnswers(_ text: String) {
    #expect(throws: CNIError.self) { try AttachmentResult(JSON(Array(text.utf8))) }
  }

  @Test func errorsAreWrittenWithTheirCode() {
    let error = CNIError(.invalidConfiguration, "\"mtu\"\u{1b}", details: "x")
    #expect(
      error.json(version: "1.0.0") == """
        {
            "cniVersion": "1.0.0",
            "code": 7,
            "msg": "\\"mtu\\"\\u001b",
            "details": "x"
        }
        """)
  }
}

@Suite struct DigestTests {
  /// From sha512sum.
  @Test(arguments: [
    ("", "cf83e1357eefb8bd"), ("abc", "ddaf35a193617aba"),
    (String(repeating: "a", count: 111), "fa9121c7b32b9e01"),
    (String(repeating: "a", count: 112), "c01d080efd492776"),
    (String(repeating: "a", count: 1000), "67ba5535a46e3f86"),
  ]) func isSHA512(_ text: String, _ digest: String) {
    #expect(SHA512.hexadecimal(text).prefix(16) == digest)
    #expect(SHA512.hexadecimal(text).utf8.count == 128)
  }

  @Test func namesAnAttachmentAsTheReferencePluginsDo() {
    let tag = RuleTag(
      network: "mynet", key: AttachmentKey(containerID: "one", interfaceName: "eth0"))
    #expect(tag.prefix.utf8.count == 33)
    #expect(tag.comment == "\(tag.prefix), net: mynet, if: eth0, id: one")
    #expect(tag.chain.utf8.count == 28 && tag.chain.hasPrefix("CNI-"))
    #expect(tag.hostInterface(attempt: 0) != tag.hostInterface(attempt: 1))
    #expect(tag.hostInterface(attempt: 0).utf8.count == 12)
  }
}
