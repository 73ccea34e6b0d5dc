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
    let sharing = Sharing(bridge: config.bridge, host: host)
    var steps: [Step] = []
    if let claim = assignment?.claim { steps.append(.reserve(claim)) }
    steps += [
      .makeBridge(BridgeSpec(config)),
      .makePair(PairSpec(host: host, pod: end, mtu: config.mtu, mac: config.mac)),
      .plug(PortSpec(config, host: host)),
    ]
    if config.macspoofchk {
      steps.append(.checkSource(SourceSpec(host: host, pod: end, mark: attachment.mark)))
    }
    if let assignment {
      steps += layer3(attachment, end, config, assignment, sharing)
    } else if !config.disableContainerInterface {
      steps.append(.configure(EndSpec(pod: end, addresses: [], detectsDuplicates: false)))
    }
    if !config.disableContainerInterface { steps.append(.awaitPort(host)) }
    return Plan(steps)
  }

  private static func layer3(
    _ attachment: Attachment, _ end: PodEnd, _ config: BridgeConfig, _ assignment: Assignment,
    _ sharing: Sharing
  ) -> [Step] {
    let prefixes = assignment.addresses.map(\.prefix)
    var steps: [Step] = [
      .configure(
        EndSpec(pod: end, addresses: prefixes, detectsDuplicates: config.enabledad))
    ]
    if !assignment.routes.isEmpty { steps.append(.addRoutes(assignment.newRoutes, end)) }
    if config.isGateway {
      let gateways = assignment.gateways
      steps.append(
        .addGateways(
          GatewaySpec(
            sharing: sharing, addresses: gateways, replacesOthers: config.forceAddress)))
      for family in IPAddress.Family.allCases
      where gateways.contains(where: { $0.address.family == family }) {
        steps.append(.forward(family, sharing))
      }
    }
    if config.ipMasq {
      steps.append(
        .masquerade(
          MasqueradeSpec(
            mark: attachment.mark, backend: config.ipMasqBackend, addresses: prefixes)))
    }
    return steps
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
