import Addressing
import Netlink

extension Evaluator {
  /// `nat`, `masq`, `redir`
  mutating func run(_ nat: Expression.Nat) -> Progress {
    let isOther =
      nat.family == .ip && packet.family == .v6 || nat.family == .ip6 && packet.family == .v4
    if isOther { return .goOn }
    guard let ports = ports(of: nat) else { return openTranslation("nat port") }
    let flags = Translation.Flags(rawValue: nat.flags)
    switch nat.kind {
    case .masquerade:
      return apply(.masquerade(packet, place, ports: ports.range, flags))
    case .redirect: return apply(.redirect(packet, place, ports: ports.range, flags))
    case .source, .destination:
      guard let addresses = addresses(of: nat) else {
        return apply(
          .translate(
            Translation(isSource: nat.kind == .source, to: nil, ports: ports.range, flags: flags)))
      }
      return apply(
        .translate(
          Translation(
            isSource: nat.kind == .source, addresses: addresses.range, ports: ports.range,
            flags: flags)))
    }
  }

  private struct Ports { var range: ClosedRange<UInt16>? }
  private struct Addresses { var range: AddressRange? }

  /// `nil` where a register has what is not known.
  private func ports(of nat: Expression.Nat) -> Ports? {
    guard let first = nat.port else { return Ports() }
    guard let low = number(first),
      let high = nat.lastPort.map({ number($0) }) ?? low
    else { return nil }
    return Ports(range: min(low, high)...max(low, high))
  }

  private func number(_ register: Int) -> UInt16? {
    registers.read(register, 2)?.number(at: 0, as: UInt16.self)
  }

  private func addresses(of nat: Expression.Nat) -> Addresses? {
    guard let first = nat.address else { return Addresses() }
    guard let low = address(first), let high = nat.lastAddress.map({ address($0) }) ?? low else {
      return nil
    }
    return AddressRange(from: low, to: high).map { Addresses(range: $0) }
  }

  private func address(_ register: Int) -> IPAddress? {
    let value = registers.read(register, packet.family == .v4 ? 4 : 16)
    return value.flatMap { $0.isKnown ? IPAddress(bytes: $0.bytes) : nil }
  }

  private mutating func openTranslation(_ name: String) -> Progress {
    apply(.cannotTell(Doubt(name)))
  }
}
