import Addressing
import CNI
import Files
import Kernel
import Netlink
import SystemPackage

extension NodeExecutor {
  /// Looks whether what a step does is so, whoever has done it.
  ///
  /// What other plugins of a chain may change, such as an MTU, is not looked at.
  ///
  /// - Throws: ``StepFailure/mismatch(_:)`` where it is not, ``StepFailure/noAddress(_:)`` for a lease.
  public mutating func check(_ step: Step) throws(StepFailure) {
    do {
      try step.kind.check(on: &self)
    } catch {
      throw StepFailure(error)
    }
  }

  /// The name of the host's end, by what the container's end is tied to.
  mutating func host(of end: PodEnd) throws -> String {
    let pod = try facts(of: end).link
    guard pod.kind == "veth", let iflink = pod.iflink else {
      throw StepFailure.mismatch("\(end.name) is no end of a veth pair")
    }
    let host = try route.list(.links).first {
      $0.index == iflink.index && $0.kind == "veth" && $0.iflink?.index == pod.index
    }
    guard let host else {
      throw StepFailure.mismatch("the other end of \(end.name) is not on this node")
    }
    return host.name
  }

  /// Whether the interfaces of an answer have the MAC addresses that it says. That of the pair's host
  /// end does not matter to anybody, and some nodes change it (systemd's `MACAddressPolicy`).
  mutating func check(
    _ interfaces: [AttachmentResult.Interface], at end: PodEnd, host: String
  ) throws {
    for interface in interfaces where interface.sandbox != nil || interface.name != host {
      let now =
        if interface.sandbox == nil {
          try link(interface.name)
        } else if interface.name == end.name {
          try facts(of: end).link
        } else {
          Link?.none
        }
      guard let mac = interface.mac, let present = now?.mac, present != mac else { continue }
      throw StepFailure.mismatch("\(interface.name) has the MAC address \(present), not \(mac)")
    }
  }

  func ensure(_ isSo: Bool, _ otherwise: String) throws(StepFailure) {
    if !isSo { throw .mismatch(otherwise) }
  }

  func checkLeases(_ reservation: Reservation) throws {
    let held = held(by: reservation)
    for address in reservation.addresses.map(\.prefix.address) {
      try ensure(
        held.contains(address),
        "\(reservation.key.containerID) does not hold \(address) in \(reservation.directory)")
    }
  }

  func held(by reservation: Reservation) -> [IPAddress] {
    LeaseDirectory(FilePath(reservation.directory)).addresses(of: reservation.key)
  }

  mutating func checkBridge(_ spec: BridgeSpec) throws {
    let link = try link(spec.name)
    guard let link, case .bridge(let bridge) = link.details else {
      throw StepFailure.mismatch("there is no bridge \(spec.name)")
    }
    try ensure(link.isUp, "\(spec.name) is down")
    try ensure(!spec.isPromiscuous || link.promiscuity > 0, "\(spec.name) is not promiscuous")
    try ensure(
      !spec.filtersVLANs || bridge.filtersVLANs, "\(spec.name) does not keep VLANs apart")
  }

  mutating func checkVeth(_ spec: VethSpec) throws {
    let host = try host(of: spec.pod)
    try ensure(
      host == spec.host, "the other end of \(spec.pod.name) is \(host), not \(spec.host)")
  }

  mutating func checkPort(_ spec: PortSpec) throws {
    let bridge = try link(spec.bridge)?.index
    let link = try link(spec.host)
    guard let link, let bridge, link.master == bridge else {
      throw StepFailure.mismatch("\(spec.host) is not plugged into \(spec.bridge)")
    }
    try ensure(link.isUp, "\(spec.host) is down")
    let port = link.port ?? BridgePortMessage()
    try ensure(port.isHairpin || !spec.isHairpin, "\(spec.host) has no hairpin mode")
    try ensure(port.isIsolated || !spec.isIsolated, "\(spec.host) is not isolated")
    guard !spec.vlans.isEmpty else { return }
    let present = try route.list(.portVLANs).first { $0.index == link.index }?.vlans ?? []
    for vlan in spec.vlans {
      let isThere = vlan.ids.allSatisfy { id in
        // One that is native and in the trunk too is either, whichever was added last.
        let isEither = spec.vlans.count { $0.ids.contains(id) } > 1
        return present.contains {
          $0.first...$0.last ~= id && (isEither || $0.isPrimary == vlan.isNative)
        }
      }
      try ensure(isThere, "\(spec.host) is not in VLAN \(vlan.ids.lowerBound)")
    }
  }

  /// The port's name is the plugin's own choice: it is found by what the host's end is tied to.
  mutating func checkGatewayVeth(_ spec: GatewayVeth) throws {
    guard let link = try link(spec.name) else {
      throw StepFailure.mismatch("there is no \(spec.name)")
    }
    try ensure(link.isUp, "\(spec.name) is down")
    guard let other = try otherEnd(of: link) else {
      throw StepFailure.mismatch("\(spec.name) has no other end")
    }
    var port = spec.port
    port.host = other.name
    try checkPort(port)
  }

  mutating func checkGateways(_ spec: GatewaySpec) throws {
    guard let link = try link(spec.interface) else {
      throw StepFailure.mismatch("there is no \(spec.interface)")
    }
    let present = try route.list(.addresses(of: link.index)).compactMap { $0 }
      .filter { $0.index == link.index }.map(\.prefix)
    for prefix in spec.addresses {
      try ensure(present.contains(prefix), "\(link.name) does not have the address \(prefix)")
    }
  }

  func checkForwarding(_ family: IPAddress.Family) throws {
    try ensure(Sysctl(family.forwarding).value() != "0", "\(family.forwarding) is 0")
  }

  mutating func checkState(_ host: String) throws {
    let state = try existing(host).operationalState
    try ensure(state == 6, "\(host) does not carry: its state is \(state)")  // IF_OPER_UP
  }
}
