import Addressing
import Kernel
import Netlink
import SystemPackage

extension NodeExecutor {
  /// The link of that name in the host's namespace; `nil` if there is none.
  mutating func link(_ name: String) throws(KernelError) -> Link? {
    do throws(KernelError) {
      return try route.list(.link(named: name)).first
    } catch  where error.saysThereIsNoDevice {
      return nil
    }
  }

  mutating func existing(_ name: String) throws -> Link {
    guard let link = try link(name) else {
      throw StepFailure.conflict("there is no interface \(name) any more")
    }
    return link
  }

  mutating func change(_ name: String, _ change: LinkChange) throws {
    let index = try existing(name).index
    try route.perform(.change(name, index: index, change))
  }

  mutating func deleteLink(_ name: String) throws {
    do throws(KernelError) {
      try route.perform(.deleteLink(name))
    } catch  where error.saysThereIsNoDevice {}
  }

  /// Whether no port but ours is left in the bridge.
  mutating func isAlone(_ sharing: Sharing) throws -> Bool {
    guard let bridge = try link(sharing.bridge) else { return false }
    return try route.list(.ports(of: bridge.index)).allSatisfy { sharing.ports.contains($0.name) }
  }

  mutating func createBridge(
    _ spec: BridgeSpec, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome {
    if let link = try link(spec.name) { return try use(link, as: spec, &journal) }
    do throws(KernelError) {
      try route.perform(
        .createBridge(spec.name, LinkChange(mtu: spec.mtu), filtersVLANs: spec.filtersVLANs))
    } catch {
      if case .refused(.fileExists, _) = error.cause, let link = try link(spec.name) {
        return try use(link, as: spec, &journal)  // another attachment was faster
      }
      guard spec.filtersVLANs, case .refused(.notSupportedOnSocket, _) = error.cause else {
        throw error
      }
      throw StepFailure.unsupported(
        "this kernel's bridges cannot keep VLANs apart (CONFIG_BRIDGE_VLAN_FILTERING): \(error)")
    }
    journal.append(.deleteBridge(Sharing(bridge: spec.name, ports: [])))
    try ignoringMissingIPv6 { () throws(KernelError) in
      _ = try Sysctl("ipv6", of: spec.name, "accept_ra").set("0")
    }
    // A bridge takes the lowest MAC address of its ports, unless it was given one.
    let link = try existing(spec.name)
    try route.perform(
      .change(
        spec.name, index: link.index,
        LinkChange(isUp: true, isPromiscuous: spec.isPromiscuous ? true : nil, mac: link.mac)))
    return .changed
  }

  /// A bridge that is there already serves others too: no more of it is changed than must be.
  private mutating func use(
    _ link: Link, as spec: BridgeSpec, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome {
    guard case .bridge(let bridge) = link.details else {
      let kind = link.kind.map { "a \($0)" } ?? "an interface"
      throw StepFailure.conflict("\(spec.name) is \(kind) and no bridge")
    }
    guard !spec.filtersVLANs || bridge.filtersVLANs else {
      throw StepFailure.conflict("the bridge \(spec.name) does not keep VLANs apart")
    }
    if !link.isUp {
      try route.perform(.change(spec.name, index: link.index, LinkChange(isUp: true)))
      journal.append(.takeDown(spec.name))
    }
    if spec.isPromiscuous, !link.flags.contains(.promiscuous) {
      try route.perform(.change(spec.name, index: link.index, LinkChange(isPromiscuous: true)))
      journal.append(.endPromiscuity(spec.name))
    }
    return journal.isEmpty ? .alreadySo : .changed
  }

  mutating func createVeth(_ spec: VethSpec, _ journal: inout [Undo]) throws {
    let request = try withNamespace(of: spec.pod) { namespace in
      Request.createVeth(
        spec.host, LinkChange(mtu: spec.mtu, mac: .ofOurOwn()), peer: spec.pod.name,
        LinkChange(mtu: spec.mtu, mac: spec.mac), in: namespace.descriptor)
    }
    do throws(KernelError) {
      try route.perform(request)
    } catch {
      guard case .refused(.fileExists, _) = error.cause else { throw error }
      let taken =
        try link(spec.host) == nil ? "\(spec.pod.name) in \(spec.pod.namespacePath)" : spec.host
      throw StepFailure.conflict("there is an interface \(taken) already")
    }
    journal.append(.deleteLink(spec.host))
  }

  /// One that is there already serves other containers of the VLAN too.
  mutating func createGatewayVeth(
    _ spec: GatewayVeth, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome {
    guard try link(spec.name) == nil else { return .alreadySo }
    let (end, port) = (
      LinkChange(mtu: spec.mtu, mac: .ofOurOwn()), LinkChange(mtu: spec.mtu, mac: .ofOurOwn())
    )
    do throws(KernelError) {
      try route.perform(.createVeth(spec.port.host, port, peer: spec.name, end, in: nil))
    } catch {
      guard case .refused(.fileExists, _) = error.cause, try link(spec.name) != nil else {
        throw error
      }
      return .alreadySo  // another attachment was faster
    }
    journal.append(.deleteGatewayVeth(spec))
    try setMaster(spec.port)
    try change(spec.name, LinkChange(isUp: true))
    return .changed
  }

  mutating func setMaster(_ spec: PortSpec) throws {
    let bridge = try existing(spec.bridge)
    let host = try existing(spec.host)
    try route.perform(
      .change(spec.host, index: host.index, LinkChange(isUp: true, master: bridge.index)))
    try keepMAC(of: bridge)
    if spec.isHairpin || spec.isIsolated {
      try route.perform(
        .changePort(
          spec.host, index: host.index, isHairpin: spec.isHairpin, isIsolated: spec.isIsolated))
    }
    guard !spec.vlans.isEmpty else { return }
    if !spec.keepsDefaultVLAN {
      for vlan in try route.list(.portVLANs).first(where: { $0.index == host.index })?.vlans ?? [] {
        try route.perform(.deleteVLAN(vlan, from: spec.host, index: host.index))
      }
    }
    for vlan in spec.vlans {
      let message = PortVLANs.VLAN(
        vlan.ids.lowerBound, to: vlan.ids.upperBound, isPrimary: vlan.isNative,
        isUntagged: vlan.isNative)
      try route.perform(.addVLAN(message, to: spec.host, index: host.index))
    }
  }

  /// A bridge takes the lowest MAC address of its ports, unless it was given one; without either it
  /// loses its own with the last port, and keeps that of the next.
  private mutating func keepMAC(of bridge: Link) throws {
    let now = try existing(bridge.name).mac
    let hadNone = bridge.mac == MACAddress(rawValue: 0)
    guard let mac = hadNone ? now : bridge.mac, hadNone || now != mac else { return }
    try route.perform(.change(bridge.name, index: bridge.index, LinkChange(mac: mac)))
  }

  /// A kernel may have no IPv6.
  func ignoringMissingIPv6(_ body: () throws(KernelError) -> Void) throws(KernelError) {
    do throws(KernelError) {
      try body()
    } catch  where error.isNotFound {}
  }
}

extension MACAddress {
  /// A locally administered one. What the kernel chooses itself some nodes change again (systemd's
  /// `MACAddressPolicy=persistent`); one that was set they leave (`NET_ADDR_SET`).
  fileprivate static func ofOurOwn() -> MACAddress {
    MACAddress(rawValue: UInt64.random(in: 0..<1 << 48) & 0xfcff_ffff_ffff | 0x0200_0000_0000)
  }
}

extension KernelError {
  /// Whether what was to be made is there already.
  var saysItExists: Bool {
    if case .refused(.fileExists, _) = cause { true } else { false }
  }

  /// Whether an nsid leads nowhere any more: its namespace has ended, or is about to.
  var saysTheNSIDIsLost: Bool {
    if case .refused(.invalidArgument, _) = cause { true } else { false }
  }

  var saysThereIsNoDevice: Bool {
    if case .refused(.operationNotSupportedByDevice, _) = cause { true } else { false }  // ENODEV
  }
}
