import CNI
import Kernel
import Netlink

extension NodeExecutor {
  /// A name for the host's end that nothing has yet.
  mutating func freeName(for tag: RuleTag) throws -> String {
    for attempt in 0..<100 {
      let name = tag.hostInterface(attempt: attempt)
      if try link(name) == nil { return name }
    }
    throw StepFailure.conflict("a hundred names for the host's end are taken")
  }

  /// What was made, as the kernel has it now.
  mutating func result(
    _ config: BridgeConfig, _ assignment: Assignment?, host: String, _ end: PodEnd
  ) throws -> AttachmentResult {
    let bridge = try existing(config.bridge)
    let port = try existing(host)
    guard let pod = try otherEnd(of: port) else {
      throw StepFailure.mismatch("\(host) has no other end")
    }
    var result = AttachmentResult(
      interfaces: [
        .init(name: bridge.name, mac: bridge.mac, mtu: bridge.mtu),
        .init(name: port.name, mac: port.mac, mtu: port.mtu),
        .init(name: pod.name, mac: pod.mac, mtu: pod.mtu, sandbox: end.namespacePath),
      ],
      addresses: assignment?.addresses ?? [], routes: assignment?.routes ?? [],
      dns: assignment?.dns ?? DNSConfig())
    if config.isGateway, config.vlan != nil, let gateway = try link(config.gatewayInterface),
      assignment != nil
    {
      result.interfaces.append(.init(name: gateway.name, mac: gateway.mac, mtu: gateway.mtu))
    }
    if !config.dns.isEmpty { result.dns = config.dns }
    return result
  }

  /// The link that a veth is tied to, wherever it is.
  mutating func otherEnd(of link: Link) throws -> Link? {
    guard let iflink = link.iflink else { return nil }
    guard let nsid = iflink.nsid else {
      return try route.list(.links).first { $0.index == iflink.index }
    }
    return try route.list(.link(iflink.index, in: nsid)).first
  }
}
