import Netlink

extension Evaluator {
  /// The packet's way through this host.
  mutating func pass() -> Evaluation.End {
    guard let interface = packet.inInterface else { return send() }
    return comeIn(by: interface) ?? receive()
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
    return run(.forward) ?? leave()
  }

  private mutating func send() -> Evaluation.End {
    if packet.outInterface == nil, let end = findWayOut() { return end }
    if let end = run(.output) { return end }
    if needsRoute, let end = findWayOut() { return end }
    let end = leave()
    guard packet.outInterface?.name == "lo", end.isAccepted else { return end }
    packet.inInterface = packet.outInterface
    packet.outInterface = nil
    packet.socket = .unknown
    return receive()
  }

  /// After routing, by the interface that was found.
  private mutating func leave() -> Evaluation.End {
    if let end = run(.postrouting) { return end }
    guard let interface = packet.outInterface else { return .sent(nil) }
    return goOut(by: interface) ?? .sent(interface.name)
  }

  private mutating func findWayOut() -> Evaluation.End? {
    needsRoute = false
    switch route() {
    case .local: packet.outInterface = routes.loopback
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
