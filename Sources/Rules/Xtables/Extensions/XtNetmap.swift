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
    let whole = UInt128.max >> (128 - UInt128(family.bitWidth))
    mask = family.address(~(addresses.low.number ^ addresses.high.number) & whole)
  }

  var action: Rule.Action { .netmap(text) }

  func add(to options: inout XtOptions) { options.add("--to", text) }

  private var text: String {
    "\(network)/\(mask.maskLength.map { "\($0)" } ?? "\(mask)")"
  }
}
