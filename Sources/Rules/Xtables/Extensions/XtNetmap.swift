import Addressing
import Topology

/// `xt_NETMAP`: another network, with the same bits behind its prefix.
struct XtNetmap: XtTarget {
  static let name = "NETMAP"
  let network: IPAddress
  let mask: IPAddress

  init?(_ info: XtInfo) {
    guard let range = XtNatRange(info), let family = range.addresses?.low.family,
      let addresses = range.addresses
    else { return nil }
    network = addresses.low
    // The last address differs from the first in the bits that stay.
    mask = family.address(~(addresses.low.number ^ addresses.high.number) & family.maximum)
  }

  var action: Rule.Action { .netmap(text) }

  func add(to options: inout XtOptions) { options.add("--to", text) }

  private var text: String {
    "\(network)/\(mask.maskLength.map { "\($0)" } ?? "\(mask)")"
  }
}

extension XtNetmap {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    let last = network.family.address(network.number ^ ~mask.number)
    guard let hook = InetHook(rawValue: place.hook),
      let range = AddressRange(from: network, to: last)
    else { return .cannotTell(doubt) }
    return .translate(
      Translation(isSource: hook.translatesSource, addresses: range, flags: .netmap))
  }
}

extension IPAddress.Family {
  /// All ones.
  fileprivate var maximum: UInt128 { UInt128.max >> (128 - UInt128(bitWidth)) }
}
