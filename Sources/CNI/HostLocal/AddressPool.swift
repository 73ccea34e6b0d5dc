public import Addressing
public import Formats

/// One range of host-local with its defaults filled in and its addresses checked, as the plugin
/// itself would before it gives out an address.
public struct AddressPool: Hashable, Sendable {
  /// With its host bits clear.
  public let subnet: Prefix
  /// Given out in this order, the gateway left out.
  public let range: AddressRange
  public let gateway: IPAddress

  /// Without a start the range begins after the network's address; without an end it stops before
  /// the broadcast address, which IPv6 does not have. Without a gateway the first address is it.
  public init(_ config: RangeConfig) throws(FormatFailure) {
    guard let subnet = Prefix(config.subnet), subnet == subnet.network,
      subnet.length <= subnet.address.family.bitWidth - 2
    else { throw .invalid(key: "subnet", value: config.subnet) }
    let all = subnet.addresses
    let family = subnet.address.family
    let first = family.address(all.first.number + 1)
    let last = family == .v4 ? family.address(all.last.number - 1) : all.last
    let start = try Self.address("rangeStart", config.rangeStart, in: subnet) ?? first
    let end = try Self.address("rangeEnd", config.rangeEnd, in: subnet) ?? last
    guard let range = AddressRange(from: start, to: end) else {
      // Without an end of its own it is the start that lies behind all that can be given out.
      throw config.rangeEnd == nil
        ? .invalid(key: "rangeStart", value: start.description)
        : .invalid(key: "rangeEnd", value: end.description)
    }
    self.subnet = subnet
    self.range = range
    gateway = try Self.gateway(config.gateway) ?? first
  }

  public var family: IPAddress.Family { subnet.address.family }

  /// How many containers it has addresses for.
  public var capacity: UInt128 { range.count - (range.contains(gateway) ? 1 : 0) }

  /// Whether host-local would give it out.
  public func contains(_ address: IPAddress) -> Bool {
    range.contains(address) && address != gateway
  }

  private static func address(
    _ key: String, _ text: String?, in subnet: Prefix
  ) throws(FormatFailure) -> IPAddress? {
    guard let text else { return nil }
    guard let address = IPAddress(text), subnet.contains(address) else {
      throw .invalid(key: key, value: text)
    }
    return address
  }

  /// The plugin does not ask that it lies in the subnet.
  private static func gateway(_ text: String?) throws(FormatFailure) -> IPAddress? {
    guard let text else { return nil }
    guard let address = IPAddress(text) else { throw .invalid(key: "gateway", value: text) }
    return address
  }
}
