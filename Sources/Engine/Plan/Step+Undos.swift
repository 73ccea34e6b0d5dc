import Addressing
import CNI

extension Step {
  /// How all that it may change is undone, in the order of its changes. What goes with an interface
  /// needs no undoing of its own.
  public var undos: [Undo] {
    switch self {
    case .reserve(let reservation): [.release(reservation)]
    case .createBridge(let spec): [.deleteBridge(Sharing(bridge: spec.name, ports: []))]
    case .createVeth(let spec): [.deleteLink(spec.host)]
    case .addMACSpoofCheck(let spec): [.removeMACSpoofCheck(spec.tag)]
    case .createGatewayVeth(let spec): [.deleteGatewayEnd(spec)]
    case .addGateways(let spec):
      spec.addresses.map { .deleteAddress($0, from: spec.interface, spec.sharing) }
    case .forward(let family, let sharing):
      [.restoreSetting(family.forwarding, value: "0", sharing)]
    case .masquerade(let spec): [.removeMasquerade(spec.tag, spec.backend)]
    case .setMaster, .configure, .addRoutes, .waitForCarrier: []
    case .deleteVeth, .removeMasquerade, .removeMACSpoofCheck, .release: []
    }
  }
}
