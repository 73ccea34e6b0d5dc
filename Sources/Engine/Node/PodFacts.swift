import Addressing
import Kernel
import Netlink

/// What a container's namespace has of an interface.
struct PodFacts: Sendable {
  let link: Link
  private let end: PodEnd
  private let addresses: [Prefix]
  private let routes: [RouteMessage]

  init?(_ end: PodEnd) throws(KernelError) {
    var socket = try NetlinkSocket(.route)
    do throws(KernelError) {
      guard let found = try socket.list(.link(named: end.name)).first else { return nil }
      link = found
    } catch  where error.saysThereIsNoDevice {
      return nil
    }
    self.end = end
    let index = link.index
    addresses = try socket.list(.addresses).compactMap { $0 }.filter { $0.index == index }
      .map(\.prefix)
    routes = try socket.list(.routes).compactMap { $0 }
  }

  func check(_ wanted: [Prefix]) throws(StepFailure) {
    guard link.isUp else { throw .mismatch("\(end.name) is down") }
    for address in wanted where !addresses.contains(address) {
      throw .mismatch("\(end.name) does not have the address \(address)")
    }
  }

  func check(_ wanted: [NewRoute]) throws(StepFailure) {
    for route in wanted where !routes.contains(where: { $0.isSame(as: route) }) {
      throw .mismatch("there is no route to \(route.destination) in \(end.namespacePath)")
    }
  }
}

extension NodeExecutor {
  /// - Throws: ``StepFailure/mismatch(_:)`` where there is no such interface.
  mutating func facts(of end: PodEnd) throws -> PodFacts {
    guard let facts = try visit(end, { () throws(KernelError) in try PodFacts(end) }) else {
      throw StepFailure.mismatch("there is no \(end.name) in \(end.namespacePath)")
    }
    return facts
  }
}

extension RouteMessage {
  fileprivate func isSame(as route: NewRoute) -> Bool {
    let gateways = nextHops.isEmpty ? [gateway] : nextHops.map(\.gateway)
    return destination == route.destination
      && (route.gateway == nil || gateways.contains(route.gateway))
      && (route.table == nil || table == route.table)
  }
}
