import Kernel
import LabKit
import Netlink
import Testing
import TopologyKit

@Suite(.needs(.programs(["ip"])), .needs(.root)) struct RouteListenerTests {
  @Test func hearsALinkAnAddressAndARouteOfItsOwnNamespace() throws {
    let heard = try inPrivateNamespace {
      var listener = try RouteListener()
      try runIP("link add va type veth peer name vb")
      try runIP("link set va up")
      try runIP("address add 192.0.2.1/24 dev va")
      try runIP("route add 10.1.0.0/16 dev va")
      return try listener.hear { _, event in event.isRoute(to: "10.1.0.0/16") }
    }
    #expect(heard.contains { $0.isLink("va") })
    #expect(heard.contains { $0.isAddress("192.0.2.1/24") })
    #expect(heard.last?.isRoute(to: "10.1.0.0/16") == true)
  }

  @Test func hearsTheSameOfANamespaceItHasANumberFor() throws {
    let (heard, numbers) = try inPrivateNamespace {
      let other = try NetworkNamespace.makePrivate(name: "other")
      try runIP("link add va type veth peer name eth0 netns \(try other.path())")
      var listener = try RouteListener()
      let made = try other.visit { () throws(KernelError) in
        Result {
          try runIP("link set eth0 up")
          try runIP("address add 192.0.2.2/24 dev eth0")
          try runIP("route add 10.2.0.0/16 dev eth0")
        }
      }
      try made.get()
      var numbers: Set<Int32?> = []
      let heard = try listener.hear { number, event in
        if event.isAddress("192.0.2.2/24") { numbers.insert(number) }
        return event.isRoute(to: "10.2.0.0/16")
      }
      return (heard, numbers)
    }
    #expect(heard.contains { $0.isLink("eth0") })
    #expect(heard.last?.isRoute(to: "10.2.0.0/16") == true)
    #expect(numbers == [0])
  }

  @Test func aVisitedNamespaceEndsWithItsLastOwner() throws {
    let gone = try inPrivateNamespace {
      var listener = try RouteListener()
      do {
        let pod = try NetworkNamespace.makePrivate(name: "pod")
        try runIP("link add va type veth peer name eth0 netns \(try pod.path())")
        let links = try pod.visit { () throws(KernelError) in
          var socket = try NetlinkSocket(.route)
          return try socket.list(.links).map(\.name)
        }
        guard links.contains("eth0") else { throw NotHeard(heard: []) }
      }
      return try listener.hear { _, event in
        if case .linkGone = event { true } else { false }
      }
    }
    #expect(!gone.isEmpty)
  }

  @Test func saysThatTheKernelHadMoreToSay() throws {
    let isOverrun = try inPrivateNamespace {
      var listener = try RouteListener()
      try addRoutes(30_000)
      while true {
        switch try listener.next() {
        case .overrun: return true
        case .nothing: return false
        case .events: continue
        }
      }
    }
    #expect(isOverrun)
  }

  @Test func skippingLeavesNothing() throws {
    let left = try inPrivateNamespace {
      var listener = try RouteListener()
      try runIP("link add va type veth peer name vb")
      try listener.skip()
      return try listener.next()
    }
    #expect(left == .nothing)
  }
}

struct NotHeard: Error {
  let heard: [RouteEvent]
}

extension EventListener where Event == RouteEvent {
  /// Everything up to the event that `isLast` says yes to.
  mutating func hear(until isLast: (Int32?, RouteEvent) -> Bool) throws -> [RouteEvent] {
    var heard: [RouteEvent] = []
    while true {
      switch try next() {
      case .nothing:
        guard wait(for: [(descriptor, .readable)], timeout: patience)[0] else {
          throw NotHeard(heard: heard)
        }
      case .overrun: throw NotHeard(heard: heard)
      case .events(let events, let number):
        for event in events {
          heard.append(event)
          if isLast(number, event) { return heard }
        }
      }
    }
  }
}

extension RouteEvent {
  func isLink(_ name: String) -> Bool {
    if case .link(let link) = self { link.name == name } else { false }
  }

  func isAddress(_ text: String) -> Bool {
    if case .address(let address) = self { address.prefix == prefix(text) } else { false }
  }

  func isRoute(to text: String) -> Bool {
    if case .route(let route) = self { route.destination == prefix(text) } else { false }
  }
}
