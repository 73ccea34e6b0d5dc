import Addressing
import Netlink
import Testing
import Topology
import TopologyKit

@testable import Inspection

/// What a namespace's tables are after an event, against what the kernel's are.
@Suite final class ContentEventsTests {
  private var content = NamespaceContent()

  init() {
    for index: UInt32 in [2, 3] { _ = hear(.link(Self.link(index))) }
    _ = hear(.address(Self.address("10.1.0.1/24")))
  }

  /// Whether the event changed anything.
  private func hear(_ event: RouteEvent) -> Bool { content.apply(event) }

  private static func link(_ index: UInt32, isUp: Bool = true, mtu: UInt32 = 1500) -> Link {
    Link(index: index, name: "eth\(index)", flags: isUp ? .up : [], mtu: mtu)
  }

  private static func address(_ text: String, on index: UInt32 = 2) -> AddressMessage {
    AddressMessage(index: index, prefix: prefix(text), scope: 0, flags: 0x80)
  }

  private static func route(
    _ text: String, by index: UInt32? = 2, via gateway: String? = nil, scope: UInt8 = 0
  ) -> RouteMessage {
    RouteMessage(
      destination: prefix(text), type: 1, gateway: gateway.map(ip), interface: index, table: 254,
      scope: scope, origin: 3)
  }

  @Test func aLinkToldTwiceIsNoChange() {
    #expect(!hear(.link(Self.link(2))))
    #expect(hear(.link(Self.link(2, mtu: 1400))))
    #expect(content.links[2]?.mtu == 1400)
  }

  @Test func aLinkThatIsGoneTakesWhatItHadWithIt() {
    _ = hear(.route(Self.route("10.2.0.0/16")))
    #expect(hear(.linkGone(index: 2)))
    #expect(content.links.keys.sorted() == [3])
    #expect(content.addresses.isEmpty)
    #expect(content.routes.isEmpty)
    #expect(!hear(.linkGone(index: 2)))
  }

  @Test func anAddressIsKnownOnceAndGoesOnce() {
    #expect(!hear(.address(Self.address("10.1.0.1/24"))))
    #expect(hear(.addressGone(Self.address("10.1.0.1/24"))))
    #expect(!hear(.addressGone(Self.address("10.1.0.1/24"))))
  }

  @Test func ipv4RoutesOfALinkThatGoesDownVanishButForItsOwnAddresses() {
    let own = Self.route("10.1.0.1/32", scope: 254)
    let far = Self.route("fd00::/64")
    for route in [own, far, Self.route("10.2.0.0/16")] { _ = hear(.route(route)) }
    #expect(hear(.link(Self.link(2, isUp: false))))
    #expect(content.routes == [own, far])
  }

  @Test func aRouteThatReplacesTakesThePlaceOfTheOther() {
    _ = hear(.route(Self.route("10.2.0.0/16", via: "10.1.0.2")))
    let other = Self.route("10.2.0.0/16", via: "10.1.0.3")
    #expect(hear(.route(other)))
    #expect(content.routes == [other])
    #expect(!hear(.route(other)))
    #expect(hear(.routeGone(other)))
    #expect(content.routes.isEmpty)
  }

  @Test func routesFromAnAddressStayWhileItIsUpElsewhere() {
    var route = Self.route("10.2.0.0/16", by: 3)
    route.source = ip("10.1.0.1")
    _ = hear(.route(route))
    _ = hear(.address(Self.address("10.1.0.1/32", on: 3)))
    _ = hear(.addressGone(Self.address("10.1.0.1/24")))
    #expect(content.routes == [route])
    _ = hear(.addressGone(Self.address("10.1.0.1/32", on: 3)))
    #expect(content.routes.isEmpty)
  }
}
