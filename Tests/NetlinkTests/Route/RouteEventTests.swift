import Netlink
import NetlinkKit
import Testing
import TopologyKit

@Suite struct RouteEventTests {
  @Test func aLinkJoinsABridgeAndLeavesIt() throws {
    let port = BridgePortMessage(number: 1, state: 0)
    #expect(
      try events("link-events") == [
        .port(index: 4, port), .port(index: 4, port), .port(index: 4, nil), .linkGone(index: 4),
      ])
  }

  @Test func addressesAndRoutesComeAndGo() throws {
    let address = AddressMessage(index: 3, prefix: prefix("192.0.2.1/24"), scope: 0, flags: 0x80)
    let route = RouteMessage(
      destination: prefix("10.1.0.0/16"), type: 1, gateway: ip("192.0.2.2"), interface: 3,
      table: 254, scope: 0, origin: 3)
    let events = try events("route-events")
    #expect(events.first == .address(address))
    #expect(events.contains(.route(route)))
    #expect(events.contains(.routeGone(route)))
    #expect(events.last == .addressGone(address))
    #expect(events.count == 7)
  }

  @Test func numbersOfNamespacesComeAndGo() throws {
    #expect(
      try events("namespace-events") == [.namespace(nsid: 4), .namespaceGone(nsid: 4)])
  }

  @Test func forwardingIsToldOnceForTheWholeNamespace() throws {
    #expect(try events("settings-events") == [.forwarding(true)])
  }

  @Test func aListedLinkIsAnEventToo() throws {
    guard case .link(let link) = try events("link-veth-here")[0] else {
      Issue.record("a link of no family is a link")
      return
    }
    #expect(link.name == "va")
  }

  @Test func whatCnitopDoesNotShowIsNone() throws {
    #expect(try events("neighbours").isEmpty)
  }

  private func events(_ name: String) throws -> [RouteEvent] {
    try Recording(name).read { try RouteEvent($0) }.compactMap { $0 }
  }
}
