public import Addressing
public import CNI
public import Netlink

/// One thing that is done to a node, as a value: it can be shown, performed, checked and undone.
public enum Step: Hashable, Sendable {
  // ADD
  case reserve(Reservation)
  case createBridge(BridgeSpec)
  case createVeth(VethSpec)
  case setMaster(PortSpec)
  case addMACSpoofCheck(MACSpoofCheckSpec)
  case configure(PodEndSpec)
  case addRoutes([NewRoute], PodEnd)
  case createGatewayVeth(GatewayVeth)
  case addGateways(GatewaySpec)
  case forward(IPAddress.Family, Sharing)
  case masquerade(MasqueradeSpec)
  case waitForCarrier(String)
  // DEL
  case deleteVeth(VethRemoval)
  case removeMasquerade(RuleTag, BridgeConfig.MasqueradeBackend)
  case removeMACSpoofCheck(RuleTag)
  case release(Reservation)
}

extension Step {
  /// What there is to say of it, and how it is done.
  var kind: any StepKind {
    switch self {
    case .reserve(let reservation): LeaseCreation(reservation: reservation)
    case .createBridge(let spec): spec
    case .createVeth(let spec): spec
    case .setMaster(let spec): spec
    case .addMACSpoofCheck(let spec): spec
    case .configure(let spec): spec
    case .addRoutes(let routes, let end): RoutesSpec(routes: routes, pod: end)
    case .createGatewayVeth(let spec): spec
    case .addGateways(let spec): spec
    case .forward(let family, let sharing): ForwardingSpec(family: family, sharing: sharing)
    case .masquerade(let spec): spec
    case .waitForCarrier(let host): CarrierSpec(host: host)
    case .deleteVeth(let removal): removal
    case .removeMasquerade(let tag, let backend): MasqueradeRemoval(tag: tag, backend: backend)
    case .removeMACSpoofCheck(let tag): MACSpoofCheckRemoval(tag: tag)
    case .release(let reservation): LeaseRemoval(reservation: reservation)
    }
  }

  /// What it does, in a few words.
  public var title: String { kind.title }
  /// Why it is done, in one sentence.
  public var reason: String { kind.reason }
  /// What it is about: names and addresses.
  public var detail: String { kind.detail }
  /// That there was nothing to do.
  var alreadySo: String { kind.alreadySo }
  /// What the kernel is asked for, or what is done to a file.
  public var request: String { kind.request }
  /// What a person would type for the same, one command a line.
  public var commands: [String] { kind.commands }
  /// What a person would type to see whether it was done, one command a line.
  public var checkCommands: [String] { kind.checkCommands }
  /// How all that it may change is undone, in the order of its changes.
  public var undos: [Undo] { kind.undos }
}

extension Step: CustomStringConvertible {
  /// What a person would type.
  public var description: String { commands.joined(separator: "\n") }
}
