import Addressing
import CNI
import Kernel
import Netlink

extension NodeExecutor {
  /// Whether the wiring is what ADD has answered.
  mutating func check(
    _ result: AttachmentResult, _ config: BridgeConfig, _ end: PodEnd
  ) throws {
    let bridge = try checkBridge(result, config)
    let facts = try visit(end) { () throws(KernelError) in try PodFacts(end.name) }
    guard let pod = facts.link else {
      throw StepFailure.mismatch("there is no \(end.name) in \(end.namespacePath)")
    }
    try check(pod, result.interfaces.first { $0.name == end.name && $0.sandbox != nil })
    guard pod.kind == "veth", let tie = pod.tiedTo else {
      throw StepFailure.mismatch("\(end.name) is no end of a veth pair")
    }
    let ports = try route.list(.ports(of: bridge.index))
    guard let port = ports.first(where: { $0.index == tie.index && $0.tiedTo?.index == pod.index })
    else {
      throw StepFailure.mismatch(
        "the other end of \(end.name) is not plugged into \(config.bridge)")
    }
    try check(port, result.interfaces.first { $0.name == port.name && $0.sandbox == nil })
    try facts.check(result, end)
    if config.isGateway { try checkGateways(result, bridge) }
  }

  private mutating func checkBridge(
    _ result: AttachmentResult, _ config: BridgeConfig
  ) throws -> Link {
    guard let bridge = try link(config.bridge), bridge.kind == "bridge" else {
      throw StepFailure.mismatch("there is no bridge \(config.bridge)")
    }
    guard !config.promiscMode || bridge.promiscuity > 0 else {
      throw StepFailure.mismatch("\(config.bridge) is not promiscuous")
    }
    try check(bridge, result.interfaces.first { $0.name == bridge.name && $0.sandbox == nil })
    return bridge
  }

  private func check(_ link: Link, _ expected: AttachmentResult.Interface?) throws {
    guard let mac = expected?.mac, let now = link.mac, now != mac else { return }
    throw StepFailure.mismatch("\(link.name) has the MAC address \(now), not \(mac)")
  }

  private mutating func checkGateways(_ result: AttachmentResult, _ bridge: Link) throws {
    let present = try route.list(.addresses(of: bridge.index)).compactMap { $0 }
      .filter { $0.index == bridge.index }.map(\.prefix.address)
    for gateway in result.addresses.compactMap(\.gateway) where !present.contains(gateway) {
      throw StepFailure.mismatch("\(bridge.name) does not have the address \(gateway)")
    }
  }
}

/// What a container's namespace has of an interface.
private struct PodFacts: Sendable {
  let link: Link?
  private let addresses: [Prefix]
  private let routes: [RouteMessage]

  init(_ name: String) throws(KernelError) {
    var socket = try NetlinkSocket(.route)
    do throws(KernelError) {
      link = try socket.list(.link(named: name)).first
    } catch  where error.saysThereIsNoDevice {
      link = nil
    }
    let index = link?.index
    addresses = try socket.list(.addresses).compactMap { $0 }.filter { $0.index == index }
      .map(\.prefix)
    routes = try socket.list(.routes).compactMap { $0 }
  }

  func check(_ result: AttachmentResult, _ end: PodEnd) throws(StepFailure) {
    for address in result.addresses where !addresses.contains(address.prefix) {
      throw .mismatch("\(end.name) does not have the address \(address.prefix)")
    }
    for route in result.routes where !routes.contains(where: { $0.isSame(as: route) }) {
      throw .mismatch("there is no route to \(route.destination) in \(end.namespacePath)")
    }
  }
}

extension RouteMessage {
  fileprivate func isSame(as route: ResultRoute) -> Bool {
    destination == route.destination && (route.gateway == nil || gateway == route.gateway)
      && (route.table == nil || table == route.table)
  }
}
