import Addressing
import Rules
import Dice

extension TestPacket {
  /// To a few addresses and ports, so that rules of ``RandomRuleset`` often fit.
  init(number: UInt16, _ dice: inout Dice) {
    let family: IPAddress.Family = Int.random(in: 0..<3, using: &dice) > 0 ? .v4 : .v6
    let isOwn = Int.random(in: 0..<5, using: &dice) == 0
    let place = Int.random(in: 0..<3, using: &dice)
    let target = Int.random(in: 0..<3, using: &dice)
    let isLocal = !isOwn && Int.random(in: 0..<4, using: &dice) == 0
    let host = isLocal ? 1 : Int.random(in: 2...9, using: &dice)
    self.init(
      family: family,
      source: LabNetwork.host(
        isOwn ? 1 : Int.random(in: 2...9, using: &dice), at: isOwn ? target : place, family),
      destination: LabNetwork.host(host, at: isLocal ? place : target, family),
      transport: [6, 6, 17, 17, family == .v4 ? 1 : 58].randomElement(using: &dice) ?? 6,
      number: number)
    inInterface = isOwn ? nil : LabNetwork.names[place]
    sourcePort = number
    destinationPort = testPorts.randomElement(using: &dice) ?? 80
    icmpType = family == .v4 ? 8 : 128
    tcpFlags = [0x02, 0x02, 0x02, 0x10, 0x18].randomElement(using: &dice) ?? 0x02
    trafficClass = [0, 0, 0x20, 0xb8].randomElement(using: &dice) ?? 0
    payload = Int.random(in: 0...60, using: &dice)
    if isICMP { destinationPort = 0 }
  }
}

extension TestPacket {
  /// What the other side sends back; `nil` where nobody would.
  init?(answering outcome: Evaluation.Outcome, number: UInt16) {
    guard case .sent(let name?) = outcome.end, LabNetwork.names.contains(name),
      case .connection(let connection) = outcome.packet.tracking, connection.state == .new,
      let reply = connection.reply, let source = reply.source, let destination = reply.destination,
      let transport = outcome.packet.transport, LabNetwork.isFar(source)
    else { return nil }
    self.init(
      family: outcome.packet.family, source: source, destination: destination,
      transport: transport, number: number)
    inInterface = name
    if isICMP {
      guard let id = outcome.packet.icmp.id else { return nil }
      (sourcePort, icmpType) = (id, transport == 1 ? 0 : 129)
    } else {
      guard let from = reply.sourcePort, let to = reply.destinationPort else { return nil }
      (sourcePort, destinationPort) = (from, to)
    }
    guard transport != 6 || outcome.packet.tcpFlags == 0x02 else { return nil }
    tcpFlags = 0x12
  }
}

/// Ports that packets have and rules look for.
let testPorts: [UInt16] = [22, 53, 80, 443, 8080, 30_000, 30_001]
