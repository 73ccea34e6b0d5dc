import Addressing
import Netlink

extension Evaluator {
  /// `payload`: bytes of the packet, which end the rule where the packet has no such header.
  mutating func run(_ payload: Expression.Payload) -> Progress {
    switch payload.use {
    case .load(let register):
      guard let value = load(payload.place) else { return .noFit }
      registers.write(value, to: register, from: .payload(payload.place))
      return .goOn
    case .store(let register):
      guard let value = registers.read(register, Int(payload.place.length)) else { return .noFit }
      return store(value, payload.place)
    }
  }

  /// `NFT_PAYLOAD_*_HEADER`; `nil` where the packet has no such bytes.
  private mutating func load(_ place: Expression.Payload.Place) -> PartialBytes? {
    let (offset, length) = (Int(place.offset), Int(place.length))
    guard length <= 64, offset <= 65_535 else { return nil }
    switch place.base {
    case 0:  // NFT_PAYLOAD_LL_HEADER
      guard hasLinkHeader else { return nil }
      return currentHeaders().link.part(offset, length)
    case 1: return currentHeaders().network.part(offset, length)  // NFT_PAYLOAD_NETWORK_HEADER
    case 2:  // NFT_PAYLOAD_TRANSPORT_HEADER
      guard packet.fragmentOffset ?? 0 == 0, isInside(offset + length) else { return nil }
      return currentHeaders().transport.part(offset, length)
    default: return PartialBytes(unknown: length)
    }
  }

  /// What this host made has no link header before it leaves.
  private var hasLinkHeader: Bool { packet.inInterface != nil }

  /// Whether the packet is so long, from its transport header on.
  private func isInside(_ end: Int) -> Bool {
    guard let length = packet.length else { return true }
    return (packet.family == .v4 ? 20 : 40) + end <= Int(length)
  }

  private mutating func store(
    _ value: PartialBytes, _ place: Expression.Payload.Place
  ) -> Progress {
    var headers = currentHeaders()
    let offset = Int(place.offset)
    switch place.base {
    case 0:
      guard hasLinkHeader else { return .noFit }
      headers.link.replace(at: offset, with: value)
    case 1: headers.network.replace(at: offset, with: value)
    case 2:
      guard packet.fragmentOffset ?? 0 == 0 else { return .noFit }
      headers.transport.replace(at: offset, with: value)
    default: return .goOn
    }
    headers.update(&packet)
    return .goOn
  }
}
