import Netlink

extension Evaluator {
  /// The packet's way through this host.
  mutating func pass() -> Evaluation.End {
    guard packet.inInterface != nil else { return send() }
    if let end = runIngress() { return end }
    return receive()
  }

  private mutating func receive() -> Evaluation.End {
    if let end = run(.prerouting) { return end }
    switch route() {
    case .local: return run(.input) ?? .delivered
    case .out(let interface): return forward(to: interface)
    case .none(let reason): return .unroutable(reason)
    case .unknown(let reason):
      let choice = choose(2, Doubt("route: \(reason)")) { $0 == 0 ? "to this host" : "forwarded" }
      return choice == 0 ? run(.input) ?? .delivered : forward(to: PacketInterface())
    }
  }

  /// The time to live is counted down before rules see the packet.
  private mutating func forward(to interface: PacketInterface) -> Evaluation.End {
    if let left = packet.hopLimit {
      guard left > 1 else { return .unroutable("its time to live is over") }
      packet.hopLimit = left - 1
    }
    packet.outInterface = interface
    packet.priority = nil
    return run(.forward) ?? run(.postrouting) ?? .sent(packet.outInterface?.name)
  }

  private mutating func send() -> Evaluation.End {
    if packet.outInterface == nil, let end = findWayOut() { return end }
    if let end = run(.output) { return end }
    if needsRoute, let end = findWayOut() { return end }
    if let end = run(.postrouting) { return end }
    guard packet.outInterface?.name == "lo" else { return .sent(packet.outInterface?.name) }
    packet.inInterface = packet.outInterface
    packet.outInterface = nil
    packet.socket = .unknown
    return receive()
  }

  private mutating func findWayOut() -> Evaluation.End? {
    needsRoute = false
    switch route() {
    case .local: packet.outInterface = PacketInterface(name: "lo", index: 1, type: 772, kind: "")
    case .out(let interface): packet.outInterface = interface
    case .none(let reason): return .unroutable(reason)
    case .unknown: packet.outInterface = PacketInterface()
    }
    return nil
  }

  private func route() -> PacketRoute {
    guard packet.destination != nil else { return .unknown("destination") }
    return routes.route(of: packet)
  }

  /// Connection tracking sees a packet once; what was told not to be tracked, not at all.
  mutating func track() {
    guard case .none = packet.tracking else { return }
    var tracking = pendingTracking
    let tuple = packet.tuple
    tracking.change {
      guard $0.state == .new, $0.original == nil else { return }
      $0.original = tuple
      $0.reply = tuple.reversed
    }
    packet.tracking = tracking
  }

  /// Chains of `netdev` and `inet` at the interface itself.
  private mutating func runIngress() -> Evaluation.End? {
    hookName = "ingress"
    hook = 5  // NF_INET_INGRESS
    let chains = rules.nftables.chains.reversed().filter {
      guard let place = $0.chain.hook else { return false }
      switch $0.chain.id.table.family {
      case .netdev: return place.number == 0 && isIn(place.devices)  // NF_NETDEV_INGRESS
      case .inet: return place.number == 5 && isIn(place.devices)
      default: return false
      }
    }
    let order = chains.enumerated().sorted {
      ($0.element.chain.hook?.priority ?? 0, $0.offset)
        < ($1.element.chain.hook?.priority ?? 0, $1.offset)
    }
    for (_, chain) in order {
      if let end = run(base: chain) { return end }
    }
    return nil
  }

  private func isIn(_ devices: [String]) -> Bool {
    guard let name = packet.inInterface?.name else { return false }
    return devices.contains(name)
  }
}

extension Packet {
  var tuple: Connection.Tuple {
    var tuple = Connection.Tuple(source: source, destination: destination)
    if transport == 1 || transport == 58 {  // IPPROTO_ICMP, IPPROTO_ICMPV6
      (tuple.sourcePort, tuple.destinationPort) = (icmp.id, nil)
    } else {
      (tuple.sourcePort, tuple.destinationPort) = (sourcePort, destinationPort)
    }
    return tuple
  }
}

extension Connection.Tuple {
  var reversed: Self {
    Self(
      source: destination, destination: source, sourcePort: destinationPort,
      destinationPort: sourcePort)
  }
}
