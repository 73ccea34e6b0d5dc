import Addressing
import Netlink
import NetlinkKit
import Testing
import TopologyKit

@Suite struct RecordedRouteTests {
  @Test func readsRoutesOfIPv4() throws {
    #expect(
      try routes().filter { $0.destination.address.family == .v4 } == [
        RouteMessage(
          destination: prefix("10.4.0.0/16"), type: 1, gateway: ip("192.0.2.2"), interface: 3,
          source: ip("192.0.2.1"), table: 1000, metric: 50, scope: 0, origin: 3),
        main("0.0.0.0/0", via: "192.0.2.254"),
        main("10.1.0.0/16", type: 6, interface: nil),
        hops("10.2.0.0/16", [("192.0.2.2", 3), ("192.0.2.3", 1)]),
        main("10.3.0.0/16", via: "2001:db8::9"),
        main("10.5.0.0/16", type: 8, interface: nil),
        own("192.0.2.0/24", type: 1, table: 254, scope: 253),
        own("192.0.2.1/32", type: 2, table: 255, scope: 254),
        own("192.0.2.255/32", type: 3, table: 255, scope: 253),
      ])
  }

  @Test func readsRoutesOfIPv6() throws {
    let routes = try routes().filter { $0.destination.address.family == .v6 }
    #expect(routes.contains(main("::/0", via: "2001:db8::fe", metric: 1024)))
    #expect(
      routes.contains(
        hops("2001:db8:1::/48", [("2001:db8::2", 1), ("2001:db8::3", 2)], metric: 1024)))
    #expect(routes.contains(main("2001:db8:2::/48", type: 7, interface: 1, metric: 1024)))
    #expect(
      routes.contains(
        RouteMessage(
          destination: prefix("ff00::/8"), type: 5, interface: 3, table: 255, metric: 256,
          scope: 0, origin: 2)))
    #expect(routes.count == 9)
  }

  @Test func aCachedCopyIsNoRoute() throws {
    let message: [UInt8] = [2, 32, 0, 0, 254, 0, 0, 1, 0, 2, 0, 0]  // RTM_F_CLONED
    #expect(try RouteMessage(message: message.span) == nil)
  }

  @Test func aDestinationIsOfItsRoutesFamily() {
    let message: [UInt8] = [10, 64, 0, 0, 254, 0, 0, 1, 0, 0, 0, 0, 8, 0, 1, 0, 192, 0, 2, 1]
    #expect(throws: WireError.self) { try RouteMessage(message: message.span) }
  }

  private func routes() throws -> [RouteMessage] {
    try Recording("routes").read { try RouteMessage(message: $0.payload) }.compactMap { $0 }
  }

  /// One that a person made, in the main table.
  private func main(
    _ destination: String, via gateway: String? = nil, type: UInt8 = 1, interface: UInt32? = 3,
    metric: UInt32 = 0
  ) -> RouteMessage {
    RouteMessage(
      destination: prefix(destination), type: type, gateway: gateway.map(ip),
      interface: interface, table: 254, metric: metric, scope: 0, origin: 3)
  }

  private func hops(
    _ destination: String, _ hops: [(gateway: String, weight: UInt16)], metric: UInt32 = 0
  ) -> RouteMessage {
    var route = main(destination, interface: nil, metric: metric)
    route.nextHops = hops.map {
      .init(interface: 3, gateway: ip($0.gateway), weight: $0.weight)
    }
    return route
  }

  /// One that the kernel made for the address 192.0.2.1/24.
  private func own(
    _ destination: String, type: UInt8, table: UInt32, scope: UInt8
  ) -> RouteMessage {
    RouteMessage(
      destination: prefix(destination), type: type, interface: 3, source: ip("192.0.2.1"),
      table: table, scope: scope, origin: 2)
  }
}
