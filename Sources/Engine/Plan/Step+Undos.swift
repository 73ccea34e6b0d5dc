import Addressing
import CNI

extension Step {
  /// How all that it may change is undone, in the order of its changes. What goes with an interface
  /// needs no undoing of its own.
  public var undos: [Undo] {
    switch self {
    case .reserve(let claim): [.release(claim)]
    case .makeBridge(let spec): [.deleteBridge(Sharing(bridge: spec.name, ports: []))]
    case .makePair(let spec): [.deleteLink(spec.host)]
    case .checkSource(let spec): [.endSourceCheck(spec.mark)]
    case .makeGatewayEnd(let spec): [.deleteGatewayEnd(spec)]
    case .addGateways(let spec):
      spec.addresses.map { .deleteAddress($0, from: spec.interface, spec.sharing) }
    case .forward(let family, let sharing):
      [.restoreSetting(family.forwarding, value: "0", sharing)]
    case .masquerade(let spec): [.endMasquerade(spec.mark, spec.backend)]
    case .plug, .configure, .addRoutes, .awaitPort: []
    case .deletePair, .endMasquerade, .endSourceCheck, .release: []
    }
  }
}
