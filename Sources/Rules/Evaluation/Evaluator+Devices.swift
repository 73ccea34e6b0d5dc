import Netlink

extension Evaluator {
  /// What sees a packet where it comes in, before IP does: chains of the interface itself and, where that
  /// is a bridge, those of its port and of the bridge.
  mutating func comeIn(by interface: PacketInterface) -> Evaluation.End? {
    guard interface.kind == "bridge" else { return run(.ingress, at: interface) }
    packet.inInterface = packet.bridgePort ?? PacketInterface()
    let end =
      run(.ingress, at: packet.inInterface) ?? runBridge(.prerouting) ?? runBridge(.input)
    packet.inInterface = interface
    return end ?? run(.ingress, at: interface)
  }

  /// What sees a packet where it leaves, after IP did. By which port of a bridge that is, nobody knows
  /// here.
  mutating func goOut(by interface: PacketInterface) -> Evaluation.End? {
    let incoming = packet.inInterface
    packet.inInterface = nil
    var end = run(.egress, at: interface)
    if end == nil, interface.kind == "bridge" {
      packet.outInterface = PacketInterface()
      end =
        runBridge(.output) ?? runBridge(.postrouting) ?? run(.egress, at: packet.outInterface)
      packet.outInterface = interface
    }
    packet.inInterface = incoming
    return end
  }

  private mutating func run(
    _ place: DeviceHook, at interface: PacketInterface?
  ) -> Evaluation.End? {
    hook = place == .ingress ? 5 : 6  // NF_INET_INGRESS; no chain of IP has the other
    hookName = place.rawValue
    return run { chain in
      guard let hook = chain.chain.hook, let name = interface?.name, hook.devices.contains(name)
      else { return false }
      switch chain.chain.id.table.family {
      case .netdev: return hook.number == (place == .ingress ? 0 : 1)  // NF_NETDEV_INGRESS, _EGRESS
      case .inet: return place == .ingress && hook.number == 5
      default: return false
      }
    }
  }

  private mutating func runBridge(_ place: InetHook) -> Evaluation.End? {
    hook = place.rawValue  // NF_BR_* are the same numbers
    hookName = place.name
    return run { chain in
      chain.chain.id.table.family == .bridge && chain.chain.hook?.number == place.rawValue
    }
  }

  /// Runs base chains in the order of their priorities; of the same one, the last made first.
  private mutating func run(_ isMeant: (NftRules.Chain) -> Bool) -> Evaluation.End? {
    let chains = rules.nftables.chains.reversed().filter(isMeant)
    let order = chains.enumerated().sorted {
      ($0.element.chain.hook?.priority ?? 0, $0.offset)
        < ($1.element.chain.hook?.priority ?? 0, $1.offset)
    }
    for (_, chain) in order {
      if let end = run(base: chain) { return end }
    }
    return nil
  }

  private enum DeviceHook: String {
    case ingress
    case egress
  }
}
