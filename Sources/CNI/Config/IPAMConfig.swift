public import Formats

/// How a plugin's addresses are given out, in the words of its file.
public struct IPAMConfig: Hashable, Sendable {
  /// The name of the program: `host-local`, `static`, `dhcp`, …; empty for none.
  public let type: String
  /// Where host-local keeps its leases; `nil` means `/var/lib/cni/networks`.
  public let dataDir: String?
  /// host-local's sets of ranges; the short form, a `subnet` beside the type, is the first of them.
  /// From each set a container gets one address.
  public let ranges: [[RangeConfig]]
  public let routes: [RouteConfig]
  /// The fixed addresses of the plugin `static`, with their prefix lengths.
  public let addresses: [String]

  init?(_ json: JSON) {
    guard json.isObject else { return nil }
    type = json[IPAMKey.type]?.text ?? ""
    dataDir = json[HostLocalKey.dataDir]?.text.flatMap {
      $0.isEmpty || $0.utf8.contains(0) ? nil : $0
    }
    let short = json[RangeKey.subnet]?.text == nil ? [] : [[RangeConfig(json)]]
    ranges = short + Self.sets(json[HostLocalKey.ranges])
    routes = json[HostLocalKey.routes]?.elements.compactMap(RouteConfig.init) ?? []
    addresses =
      json[StaticKey.addresses]?.elements.compactMap { $0[StaticAddressKey.address]?.text } ?? []
  }

  /// Also the form of the capability `ipRanges`.
  static func sets(_ json: JSON?) -> [[RangeConfig]] {
    (json?.elements ?? []).map { $0.elements.filter(\.isObject).map(RangeConfig.init) }
  }
}

/// A range as the file has it, not yet checked.
public struct RangeConfig: Hashable, Sendable {
  public let subnet: String
  public let rangeStart: String?
  public let rangeEnd: String?
  public let gateway: String?

  init(
    subnet: String, rangeStart: String? = nil, rangeEnd: String? = nil, gateway: String? = nil
  ) {
    self.subnet = subnet
    self.rangeStart = rangeStart
    self.rangeEnd = rangeEnd
    self.gateway = gateway
  }

  /// A key that is missing or of another type is `nil`, or empty.
  public init(_ json: JSON) {
    subnet = json[RangeKey.subnet]?.text ?? ""
    rangeStart = json[RangeKey.rangeStart]?.text
    rangeEnd = json[RangeKey.rangeEnd]?.text
    gateway = json[RangeKey.gateway]?.text
  }
}

/// A route that a plugin is to add, in the words of its file.
public struct RouteConfig: Hashable, Sendable {
  public let destination: String
  /// `nil` goes through the gateway of the address.
  public let gateway: String?

  init?(_ json: JSON) {
    guard let destination = json[RouteKey.destination]?.text else { return nil }
    self.destination = destination
    gateway = json[RouteKey.gateway]?.text
  }
}
