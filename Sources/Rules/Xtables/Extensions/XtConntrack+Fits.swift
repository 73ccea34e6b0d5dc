import Addressing

extension XtConntrack {
  /// In the order the kernel asks; without a connection only the state counts.
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    switch packet.tracking {
    case .unknown: return .cannotTell(doubt)
    case .none, .untracked:
      guard matched.contains(.state), let now = XtStates(packet.tracking) else { return .no }
      return Fit(states.isDisjoint(with: now) == inverted.contains(.state))
    case .connection(let connection):
      return stateFits(connection).and(directionFits(connection))
        .and(addressesFit(connection)).and(portsFit(connection, packet))
        .and(statusFits(connection))
        .and(matched.contains(.expires) ? .cannotTell(Doubt("ctexpire")) : .yes)
    }
  }

  private func stateFits(_ connection: Connection) -> Fit {
    guard matched.contains(.state) else { return .yes }
    let asked = states.contains(.snat) || states.contains(.dnat)
    guard asked else {
      let now = XtStates(rawValue: UInt16(connection.state.rawValue))
      return Fit(states.isDisjoint(with: now) == inverted.contains(.state))
    }
    return Fit(
      connection.states.map { states.isDisjoint(with: $0) == inverted.contains(.state) },
      "ct status")
  }

  private func directionFits(_ connection: Connection) -> Fit {
    guard matched.contains(.direction) else { return .yes }
    return Fit(connection.isReply.map { $0 == inverted.contains(.direction) }, "ct direction")
  }

  private func addressesFit(_ connection: Connection) -> Fit {
    let (original, reply) = (connection.original, connection.reply)
    return address(.originalSource, originalSource, original?.source)
      .and(address(.originalDestination, originalDestination, original?.destination))
      .and(address(.replySource, replySource, reply?.source))
      .and(address(.replyDestination, replyDestination, reply?.destination))
  }

  private func address(_ field: Fields, _ asked: XtAddress, _ known: IPAddress?) -> Fit {
    matched.contains(field) ? asked.fits(known, "ct address") : .yes
  }

  private func portsFit(_ connection: Connection, _ packet: Packet) -> Fit {
    let (original, reply) = (connection.original, connection.reply)
    return transportFits(packet)
      .and(port(.originalSourcePort, originalSourcePorts, original?.sourcePort))
      .and(port(.originalDestinationPort, originalDestinationPorts, original?.destinationPort))
      .and(port(.replySourcePort, replySourcePorts, reply?.sourcePort))
      .and(port(.replyDestinationPort, replyDestinationPorts, reply?.destinationPort))
  }

  private func transportFits(_ packet: Packet) -> Fit {
    guard matched.contains(.transport) else { return .yes }
    let isSame = packet.transport.map { UInt16($0) == transport }
    return Fit(isSame.map { $0 != inverted.contains(.transport) }, "protocol")
  }

  private func port(_ field: Fields, _ asked: XtRange<UInt16>, _ known: UInt16?) -> Fit {
    matched.contains(field) ? asked.fits(known, "ct port") : .yes
  }

  private func statusFits(_ connection: Connection) -> Fit {
    guard matched.contains(.status) else { return .yes }
    return Fit(
      connection.status.map {
        ($0 & UInt32(statuses) != 0) != inverted.contains(.status)
      }, "ct status")
  }
}

extension Connection {
  /// With what NAT made of it; `nil` where that is not known.
  fileprivate var states: XtStates? {
    guard let status else { return nil }
    var states = XtStates(rawValue: UInt16(state.rawValue))
    if status & Status.sourceNAT != 0 { states.insert(.snat) }
    if status & Status.destinationNAT != 0 { states.insert(.dnat) }
    return states
  }
}
