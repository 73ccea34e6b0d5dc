import Addressing
public import CNI
import Netlink

extension Plan {
  /// What ADD of the plugin `bridge` does.
  ///
  /// `assignment` is complete (``Assignment/completed(by:)``); `host` is the name that the host's end gets.
  public static func add(
    _ attachment: Attachment, at end: PodEnd, _ config: BridgeConfig, _ assignment: Assignment?,
    host: String
  ) -> Plan {
    let reserving = assignment?.reservation.map { [Step.reserve($0)] } ?? []
    return Plan(
      reserving + wiring(attachment, at: end, config, host: host).steps
        + addressing(attachment, at: end, config, assignment, host: host).steps)
  }

  /// The part of it without addresses: a bridge, and a pair plugged into it.
  static func wiring(
    _ attachment: Attachment, at end: PodEnd, _ config: BridgeConfig, host: String
  ) -> Plan {
    var steps: [Step] = [
      .createBridge(BridgeSpec(config)),
      .createVeth(VethSpec(host: host, pod: end, mtu: config.mtu, mac: config.mac)),
      .setMaster(PortSpec(config, host: host)),
    ]
    if config.macspoofchk {
      steps.append(.addMACSpoofCheck(MACSpoofCheckSpec(host: host, pod: end, tag: attachment.tag)))
    }
    return Plan(steps)
  }

  /// The part of it that comes after.
  static func addressing(
    _ attachment: Attachment, at end: PodEnd, _ config: BridgeConfig, _ assignment: Assignment?,
    host: String
  ) -> Plan {
    var steps: [Step] = []
    if let assignment {
      steps += layer3(attachment, end, config, assignment, host)
    } else if !config.disableContainerInterface {
      steps.append(.configure(PodEndSpec(pod: end, addresses: [], detectsDuplicates: false)))
    }
    if !config.disableContainerInterface { steps.append(.waitForCarrier(host)) }
    return Plan(steps)
  }

  private static func layer3(
    _ attachment: Attachment, _ end: PodEnd, _ config: BridgeConfig, _ assignment: Assignment,
    _ host: String
  ) -> [Step] {
    let prefixes = assignment.addresses.map(\.prefix)
    var steps: [Step] = [
      .configure(
        PodEndSpec(pod: end, addresses: prefixes, detectsDuplicates: config.enabledad))
    ]
    if !assignment.routes.isEmpty { steps.append(.addRoutes(assignment.newRoutes, end)) }
    if config.isGateway { steps += gateway(config, assignment.gateways, host) }
    if config.ipMasq {
      steps.append(
        .masquerade(
          MasqueradeSpec(
            tag: attachment.tag, backend: config.ipMasqBackend, addresses: prefixes)))
    }
    return steps
  }

  private static func gateway(
    _ config: BridgeConfig, _ addresses: [Prefix], _ host: String
  ) -> [Step] {
    let end = GatewayVeth(config, host: host)
    let sharing = end?.sharing ?? Sharing(bridge: config.bridge, ports: [host])
    let spec = GatewaySpec(
      interface: end?.name ?? config.bridge, sharing: sharing, addresses: addresses,
      replacesOthers: config.forceAddress)
    return (end.map { [.createGatewayVeth($0)] } ?? []) + [.addGateways(spec)]
      + addresses.families.map { .forward($0, sharing) }
  }
}

extension GatewayVeth {
  /// What the reference plugin makes too; `nil` without a VLAN, for then the bridge is enough.
  fileprivate init?(_ config: BridgeConfig, host: String) {
    guard let vlan = config.vlan else { return nil }
    let name = config.gatewayInterface
    let port = RuleTag.port(of: name)
    self.init(
      name: name, mtu: config.mtu,
      port: PortSpec(
        host: port, bridge: config.bridge, isHairpin: false, isIsolated: false,
        vlans: [.init(ids: vlan...vlan, isNative: true)],
        keepsDefaultVLAN: config.preserveDefaultVlan),
      vlan: vlan, sharing: Sharing(bridge: config.bridge, ports: [host, port]))
  }
}

extension BridgeSpec {
  fileprivate init(_ config: BridgeConfig) {
    self.init(
      name: config.bridge, mtu: config.mtu, filtersVLANs: config.filtersVLANs,
      isPromiscuous: config.promiscMode)
  }
}

extension PortSpec {
  /// A trunk without a VLAN of its own has 1 for frames without a tag.
  fileprivate init(_ config: BridgeConfig, host: String) {
    var vlans = config.vlanTrunk.map { VLAN(ids: $0, isNative: false) }
    if config.filtersVLANs {
      let native = config.vlan ?? 1
      vlans.append(VLAN(ids: native...native, isNative: true))
    }
    self.init(
      host: host, bridge: config.bridge, isHairpin: config.hairpinMode,
      isIsolated: config.portIsolation, vlans: vlans,
      keepsDefaultVLAN: config.preserveDefaultVlan)
  }
}
