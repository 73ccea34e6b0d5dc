public import Addressing
import Formats

/// What the plugin `host-local` is to give out, each key of the reference plugin checked.
public struct HostLocalConfig: Hashable, Sendable {
  public var network: String
  public var dataDir: String
  /// A file of resolver settings to pass on.
  public var resolvConf: String?
  public var routes: [ResultRoute] = []
  /// A container gets one address from each; at least one.
  public var sets: [PoolSet]
  /// Addresses that are asked for, each from one of the sets.
  public var requested: [IPAddress] = []

  public var place: LeaseLocation { LeaseLocation(dataDir: dataDir, network: network) }

  /// Where the reference plugin keeps leases.
  public static let usualDataDir = "/var/lib/cni/networks"

  init(
    network: String, version: CNIVersion, _ config: ConfigObject<PluginKey>,
    _ arguments: PluginArguments
  ) throws(CNIError) {
    guard let ipam = try config.ipam(HostLocalKey.self) else { throw config.missing(.ipam) }
    self.network = network
    dataDir = try LeaseLocation(network: network, ipam: ipam).dataDir
    resolvConf = try ipam.text(.resolvConf)
    routes = try ipam.objects(.routes).compactMapping(ResultRoute.init)
    var ranges = try config.runtimeConfig?.list(.ipRanges).mapping(Self.set) ?? []
    let short = ipam.keyed(by: RangeKey.self)
    if try short.text(.subnet) != nil { ranges.append([try RangeConfig(short)]) }
    ranges += try ipam.list(.ranges).mapping(Self.set)
    sets = try Self.sets(ranges)
    guard !sets.isEmpty else { throw ipam.missing(.ranges) }
    try Self.check(sets, version)
    requested = try Self.requested(config, arguments)
  }

  private static func sets(_ ranges: [[RangeConfig]]) throws(CNIError) -> [PoolSet] {
    do throws(FormatFailure) {
      return try PoolSet.all(ranges)
    } catch {
      throw CNIError(error)
    }
  }

  private static func set(_ json: JSON) throws(CNIError) -> [RangeConfig] {
    let key = HostLocalKey.ranges
    return try ConfigObject(.object([JSON.Member(key: key.rawValue, value: json)])).objects(key)
      .mapping { keys throws(CNIError) in try RangeConfig(keys) }
  }

  private static func check(_ sets: [PoolSet], _ version: CNIVersion) throws(CNIError) {
    for family in IPAddress.Family.allCases where version < .v0_3_0 {
      guard sets.count(where: { $0.family == family }) > 1 else { continue }
      throw CNIError(
        .invalidConfiguration,
        "cniVersion \(version.rawValue) has room for one address of each family")
    }
  }

  private static func requested(
    _ config: ConfigObject<PluginKey>, _ arguments: PluginArguments
  ) throws(CNIError) -> [IPAddress] {
    let (request, runtime) = try (config.request, config.runtimeConfig)
    var addresses = arguments.address.map { [$0] } ?? []
    let asked = try Self.addresses(request, .ips) + Self.addresses(runtime, .ips)
    for address in asked where !addresses.contains(address) { addresses.append(address) }
    return addresses
  }

  private static func addresses<Key>(
    _ keys: ConfigObject<Key>?, _ key: Key
  ) throws(CNIError) -> [IPAddress] {
    guard let keys else { return [] }
    return try keys.texts(key).mapping { text throws(CNIError) in
      guard let address = IPAddress(requested: text) else {
        throw keys.wrong(key, "must hold addresses", text)
      }
      return address
    }
  }
}

extension RangeConfig {
  fileprivate init(_ keys: ConfigObject<RangeKey>) throws(CNIError) {
    guard let subnet = try keys.text(.subnet) else { throw keys.missing(.subnet) }
    self.init(
      subnet: subnet, rangeStart: try keys.text(.rangeStart),
      rangeEnd: try keys.text(.rangeEnd), gateway: try keys.text(.gateway))
  }
}
