import Addressing
import Netlink

extension Evaluator {
  /// NAT at a hook: for a connection's first packet the first chain that gives it other addresses
  /// decides, and for all others what was decided then.
  mutating func translate(at hook: InetHook) -> Evaluation.End? {
    guard case .connection(let connection) = packet.tracking else { return nil }
    let entries = translationEntries(at: hook)
    guard connection.state == .new else {
      follow(connection, at: hook, mayTranslate: !entries.isEmpty)
      return nil
    }
    guard !isSettled(hook) else { return nil }
    for entry in entries {
      switch entry {
      case .chain(let chain): if let end = run(base: chain) { return end }
      case .legacy(let table, let chain): if let end = run(table, base: chain) { return end }
      case .tracking, .translation: break
      }
      if isSettled(hook) { return nil }
    }
    settle(hook, Translation(isSource: hook.translatesSource))
    return nil
  }

  private func isSettled(_ hook: InetHook) -> Bool {
    hook.translatesSource ? isSourceSettled : isDestinationSettled
  }

  /// What a later packet of a connection has.
  private mutating func follow(
    _ connection: Connection, at hook: InetHook, mayTranslate: Bool
  ) {
    guard let original = connection.original, let reply = connection.reply,
      let isReply = connection.isReply
    else {
      let doubt = Doubt("the connection's other addresses")
      let assumption = Evaluation.Assumption(doubt: doubt, choice: "it has none")
      if mayTranslate, !assumptions.contains(assumption) { assumptions.append(assumption) }
      return
    }
    let answer = (isReply ? original : reply).reversed
    if hook.translatesSource {
      if let source = answer.source { packet.source = source }
      set(sourcePort: answer.sourcePort)
    } else {
      if let destination = answer.destination { packet.destination = destination }
      if let port = answer.destinationPort { packet.destinationPort = port }
    }
  }

  private mutating func set(sourcePort port: UInt16?) {
    guard let port else { return }
    if packet.isICMP { packet.icmp.id = port } else { packet.sourcePort = port }
  }

  /// What a rule's target does, as progress of the rule.
  mutating func apply(_ effect: PacketEffect) -> Progress {
    switch effect {
    case .goOn: return .goOn
    case .verdict(let verdict): return Progress(verdict)
    case .reject(let words): return .verdict(.reject(words))
    case .taken(let where_): return .verdict(.taken(where_))
    case .cannotTell(let doubt): return require(.cannotTell(doubt))
    case .translate(let translation):
      guard let hook = InetHook(rawValue: hook) else { return .noFit }
      guard case .connection = packet.tracking else { return .verdict(.accept) }
      settle(hook, translation)
      return .verdict(.accept)
    }
  }

  /// Gives the connection its address and port of one side.
  private mutating func settle(_ hook: InetHook, _ translation: Translation) {
    let before = packet
    if translation.isAddressOpen {
      if translation.isSource { packet.source = nil } else { packet.destination = nil }
    } else if let range = translation.addresses {
      setAddress(range, translation)
    }
    setPort(translation)
    if translation.isSource { isSourceSettled = true } else { isDestinationSettled = true }
    let isChanged = packet != before
    if isChanged {
      change = (translation.isSource ? "snat to " : "dnat to ") + packet.side(translation.isSource)
      needsRoute = needsRoute || (!translation.isSource && hook == .output)
    }
    let (done, made) =
      translation.isSource
      ? (Connection.Status.sourceDone, Connection.Status.sourceNAT)
      : (Connection.Status.destinationDone, Connection.Status.destinationNAT)
    let reply = packet.tuple.reversed
    packet.tracking.change {
      $0.status = $0.status.map { $0 | done | (isChanged ? made : 0) }
      $0.reply = reply
    }
  }

  private mutating func setAddress(_ range: AddressRange, _ translation: Translation) {
    let old = translation.isSource ? packet.source : packet.destination
    let new: IPAddress?
    if translation.flags.contains(.netmap) {
      let mask = ~(range.first.number ^ range.last.number)
      new = old.map { range.first.family.address(range.first.number & mask | $0.number & ~mask) }
    } else if let old, translation.isSource, range.contains(old),
      translation.flags.isDisjoint(with: [.random, .fullyRandom])
    {
      new = old
    } else if range.count <= 64 {
      let doubt = Doubt("which address of \(range)", isChance: true)
      let choice = choose(Int(range.count), doubt) {
        "\(range.first.family.address(range.first.number + UInt128($0)))"
      }
      new = range.first.family.address(range.first.number + UInt128(choice))
    } else {
      new = nil
    }
    if translation.isSource { packet.source = new } else { packet.destination = new }
  }

  private mutating func setPort(_ translation: Translation) {
    let isRandom = !translation.flags.isDisjoint(with: [.random, .fullyRandom])
    guard translation.ports != nil || isRandom else { return }
    let old =
      translation.isSource
      ? (packet.isICMP ? packet.icmp.id : packet.sourcePort) : packet.destinationPort
    var new: UInt16?
    if let ports = translation.ports {
      if let old, ports.contains(old), !isRandom, !translation.flags.contains(.offset) {
        new = old
      } else if ports.count == 1 {
        new = ports.lowerBound
      }
    }
    if translation.isSource {
      if packet.isICMP { packet.icmp.id = new } else { packet.sourcePort = new }
    } else if !packet.isICMP {
      packet.destinationPort = new
    }
  }
}

extension Packet {
  var isICMP: Bool { transport == 1 || transport == 58 }

  /// `10.22.0.5:80`, with what is not known as `?`.
  fileprivate func side(_ isSource: Bool) -> String {
    let address = isSource ? source : destination
    let text = address.map { "\($0)" } ?? "?"
    guard let transport, Self.hasPorts(transport) else { return text }
    let port = (isSource ? sourcePort : destinationPort).map { "\($0)" } ?? "?"
    return family == .v6 ? "[\(text)]:\(port)" : "\(text):\(port)"
  }
}
