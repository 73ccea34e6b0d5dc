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
    let keys = ConfigKeys(json, in: "prevResult")
    self.init(dns: try DNSConfig(keys.object("dns")))
    for entry in try keys.objects("interfaces") { interfaces.append(try Interface(entry)) }
    for entry in try keys.objects("ips") { addresses.append(try Address(entry, key: "address")) }
    routes = try keys.objects("routes").mapping(ResultRoute.init)
    for key in ["ip4", "ip6"] {
      guard let part = try keys.object(key) else { continue }
      addresses.append(try Address(part, key: "ip"))
      routes += try part.objects("routes").mapping(ResultRoute.init)
    }
  }
}

extension AttachmentResult.Interface {
  /// What has an address of another kind is no interface of ours, but perhaps of a plugin before.
  fileprivate init(_ keys: ConfigKeys) throws(CNIError) {
    let isOther = try keys.text("mac").flatMap { MACAddress.bytes(of: $0) }?.count ?? 6 != 6
    self.init(
      name: try keys.text("name") ?? "", mac: isOther ? nil : try keys.mac("mac"),
      mtu: try keys.positive("mtu"), sandbox: try keys.text("sandbox"))
  }
}

extension AttachmentResult.Address {
  fileprivate init(_ keys: ConfigKeys, key: String) throws(CNIError) {
    guard let prefix = try keys.prefix(key) else { throw keys.missing(key) }
    self.init(
      prefix: prefix, gateway: try keys.address("gateway"),
      interface: try keys.number("interface", 0...Int(UInt16.max)))
  }
}

extension ResultRoute {
  init(_ keys: ConfigKeys) throws(CNIError) {
    guard let destination = try keys.prefix("dst") else { throw keys.missing("dst") }
    self.init(destination: destination.network, gateway: try keys.address("gw"))
    mtu = try keys.positive("mtu")
    advertisedSegment = try keys.positive("advmss")
    priority = try keys.positive("priority")
    table = try keys.number("table", 0...UInt32.max)
    scope = try keys.number("scope", 0...UInt8.max)
  }
}

extension ConfigKeys {
  /// A number of which zero says nothing, as libcni has it.
  fileprivate func positive(_ key: String) throws(CNIError) -> UInt32? {
    try number(key, 0...UInt32.max).flatMap { $0 == 0 ? nil : $0 }
  }
}

extension DNSConfig {
  init(_ keys: ConfigKeys?) throws(CNIError) {
    self.init()
    guard let keys else { return }
    nameservers = try keys.texts("nameservers")
    domain = try keys.text("domain")
    search = try keys.texts("search")
    options = try keys.texts("options")
  }
}

extension Array {
  func mapping<Value>(
    _ transform: (Element) throws(CNIError) -> Value
  ) throws(CNIError) -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try transform(element)) }
    return values
  }
}
