import Addressing
import Formats

extension AttachmentResult {
  /// Reads what a plugin has answered to ADD, in the shape of any version.
  public init(answer bytes: [UInt8]) throws(CNIError) {
    let json: JSON
    do throws(FormatFailure) {
      json = try JSON(bytes)
    } catch {
      throw CNIError(error)
    }
    try self.init(json)
  }

  /// Reads a `prevResult` or an IPAM plugin's answer, in the shape of any version.
  init(_ json: JSON) throws(CNIError) {
    try self.init(ConfigObject(json, in: PluginKey.prevResult.rawValue))
  }

  /// Reads of a cached answer what can be read.
  init(cached json: JSON) {
    do throws(CNIError) {
      try self.init(ConfigObject(json, strictness: .lenient))
    } catch {
      self.init()
    }
  }

  private init(_ keys: ConfigObject<ResultKey>) throws(CNIError) {
    self.init(dns: try DNSConfig(keys.object(.dns)))
    interfaces = try keys.objects(.interfaces).mapping(Interface.init)
    addresses = try keys.objects(.ips).compactMapping(Address.init(_:))
    routes = try keys.objects(.routes).compactMapping(ResultRoute.init)
    for key in [ResultKey.ip4, .ip6] {
      guard let part = try keys.object(key, of: LegacyAddressKey.self) else { continue }
      if let address = try Address(legacy: part) { addresses.append(address) }
      routes += try part.objects(.routes).compactMapping(ResultRoute.init)
    }
  }
}

extension AttachmentResult.Interface {
  /// What has an address of another kind is no interface of ours, but perhaps of a plugin before.
  fileprivate init(_ keys: ConfigObject<ResultInterfaceKey>) throws(CNIError) {
    let isOther = try keys.text(.mac).flatMap { MACAddress.bytes(of: $0) }?.count ?? 6 != 6
    self.init(
      name: try keys.text(.name) ?? "", mac: isOther ? nil : try keys.mac(.mac),
      mtu: try keys.positive(.mtu), sandbox: try keys.text(.sandbox))
  }
}

extension AttachmentResult.Address {
  fileprivate init?(_ keys: ConfigObject<ResultAddressKey>) throws(CNIError) {
    guard let prefix = try keys.required(.address) else { return nil }
    self.init(
      prefix: prefix, gateway: try keys.address(.gateway), interface: try keys.number(.interface))
  }

  fileprivate init?(legacy keys: ConfigObject<LegacyAddressKey>) throws(CNIError) {
    guard let prefix = try keys.required(.address) else { return nil }
    self.init(prefix: prefix, gateway: try keys.address(.gateway))
  }
}

extension ResultRoute {
  init?(_ keys: ConfigObject<RouteKey>) throws(CNIError) {
    guard let destination = try keys.required(.destination) else { return nil }
    self.init(destination: destination.network, gateway: try keys.address(.gateway))
    mtu = try keys.positive(.mtu)
    advertisedMSS = try keys.positive(.advertisedMSS)
    priority = try keys.positive(.priority)
    table = try keys.number(.table)
    scope = try keys.number(.scope)
  }
}

extension DNSConfig {
  init(_ keys: ConfigObject<DNSKey>?) throws(CNIError) {
    self.init()
    guard let keys else { return }
    nameservers = try keys.texts(.nameservers)
    domain = try keys.text(.domain)
    search = try keys.texts(.search)
    options = try keys.texts(.options)
  }
}

extension ConfigObject {
  /// A prefix that has to be there; `nil` where the reader is lenient.
  fileprivate func required(_ key: Key) throws(CNIError) -> Prefix? {
    guard let prefix = try prefix(key) else { return try refuse(key, "is missing") }
    return prefix
  }
}
