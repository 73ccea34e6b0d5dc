import Addressing
import Dice
import Formats
import TestKit
import Testing

@testable import CNI

/// One type reads and writes results: of a plugin strictly, of the cache what can be read.
@Suite struct ResultRoundTripTests {
  @Test(arguments: UInt64(1)...200) func theNewestVersionSaysAll(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let result = AttachmentResult.random(with: &dice)
    let written = Array(result.json(.newest).utf8)
    #expect(try AttachmentResult(answer: written) == result)
    #expect(try AttachmentResult(cached: JSON(written)) == result)
    for version in CNIVersion.allCases {
      let once = try AttachmentResult(answer: Array(result.json(version).utf8))
      #expect(try AttachmentResult(answer: Array(once.json(version).utf8)) == once)
    }
  }

  /// What a strict reader takes a lenient one reads alike; what it refuses costs the damaged part alone.
  @Test(arguments: ["results/lab-pod-one-eth0", "results/lab-pod-two-eth0"])
  func damage(_ name: String) throws {
    let whole = try #require(JSON(Fixture.bytes(name))["result"])
    forEachDamage(of: Array(whole.written.utf8)) { bytes in
      guard let json = try? JSON(bytes) else { return }
      let lenient = AttachmentResult(cached: json)
      if let strict = try? AttachmentResult(json) { #expect(lenient == strict) }
    }
  }

  @Test func aDamagedPartIsLeftOut() throws {
    let text = """
      {"interfaces":[{"name":"eth0","mac":"no","mtu":-1,"sandbox":"/n"},7],"routes":[{"dst":"x"},{"dst":"10.0.0.0/8"}],
      "ips":[{"address":"10.0.0.2"},{"address":"10.0.0.3/24","gateway":"no","interface":99999},{"address":7}],
      "dns":{"nameservers":["1.1.1.1",7],"domain":[]}}
      """
    let json = try JSON(Array(text.utf8))
    #expect(throws: CNIError.self) { try AttachmentResult(json) }
    let result = AttachmentResult(cached: json)
    #expect(result.interfaces == [.init(name: "eth0", sandbox: "/n")])
    #expect(result.addresses.map(\.prefix.description) == ["10.0.0.3/24"])
    #expect(result.addresses.first?.gateway == nil && result.addresses.first?.interface == nil)
    #expect(result.routes.map(\.destination.description) == ["10.0.0.0/8"])
    #expect(result.dns.nameservers == ["1.1.1.1"] && result.dns.domain == nil)
  }
}

extension AttachmentResult {
  static func random(with dice: inout Dice) -> AttachmentResult {
    func number(_ most: UInt32) -> UInt32 { UInt32.random(in: 1...most, using: &dice) }
    func some<Value>(_ value: Value) -> Value? { Bool.random(using: &dice) ? value : nil }
    func address() -> IPAddress { .v4(number(.max)) }
    var result = AttachmentResult()
    for index in 0..<number(3) {
      result.interfaces.append(
        .init(
          name: "eth\(index)", mac: some(MACAddress(rawValue: UInt64(number(.max)))),
          mtu: some(number(9000)), sandbox: some("/run/netns/\(index)")))
    }
    for index in 0..<number(3) {
      result.addresses.append(
        .init(
          prefix: Prefix(host: address()), gateway: some(address()), interface: some(Int(index))))
    }
    for _ in 0..<number(3) {
      var route = ResultRoute(destination: Prefix(host: address()), gateway: some(address()))
      (route.mtu, route.table, route.scope) = (some(number(9000)), some(number(.max)), some(0))
      (route.advertisedMSS, route.priority) = (some(number(9000)), some(number(.max)))
      result.routes.append(route)
    }
    result.dns.nameservers = some(["10.0.0.\(number(9))"]) ?? []
    result.dns.domain = some("a.b")
    result.dns.search = some(["c\"\u{1b}"]) ?? []
    return result
  }
}
