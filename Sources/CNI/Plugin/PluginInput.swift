import Formats

/// The configuration on a plugin's standard input.
public struct PluginInput: Sendable {
  public let version: CNIVersion
  /// As it came, for other plugins.
  public let bytes: [UInt8]
  private let json: JSON
  private var keys: ConfigObject<PluginKey> { ConfigObject(json) }

  /// Reads what every operation needs; the rest is read when it is asked for.
  ///
  /// - Throws: code 6 for what is no JSON, code 1 for a version that is not known.
  public init(_ bytes: [UInt8]) throws(CNIError) {
    self.bytes = bytes
    do throws(FormatFailure) {
      json = try JSON(bytes)
    } catch {
      throw CNIError(error)
    }
    guard json.isObject else { throw CNIError(.notDecodable, "the input is not a JSON object") }
    version = try CNIVersion(asked: ConfigObject<PluginKey>(json).text(.cniVersion))
  }

  /// The network's name.
  ///
  /// - Throws: code 7 for none, and for one that the specification does not allow.
  public var network: String {
    get throws(CNIError) {
      guard let name = try keys.text(.name) else { throw keys.missing(.name) }
      guard name.isNetworkName else {
        throw keys.wrong(.name, "must be letters, digits, \"_\", \".\" and \"-\"", name)
      }
      return name
    }
  }

  /// The program that the configuration is for.
  public var type: String {
    get throws(CNIError) {
      guard let type = try keys.text(.type) else { throw keys.missing(.type) }
      return type
    }
  }

  public func bridge(_ arguments: PluginArguments) throws(CNIError) -> BridgeConfig {
    try BridgeConfig(keys, arguments)
  }

  public func hostLocal(_ arguments: PluginArguments) throws(CNIError) -> HostLocalConfig {
    try HostLocalConfig(network: network, version: version, keys, arguments)
  }

  /// The plugin that gives out addresses; `nil` for none.
  public var ipamType: String? {
    get throws(CNIError) { try keys.ipam(IPAMKey.self)?.text(.type) }
  }

  /// Where host-local keeps the network's leases. The rest of its configuration may be of no use: what
  /// it gave out before can be taken back all the same.
  ///
  /// - Throws: code 7 without `ipam`.
  public var leaseLocation: LeaseLocation {
    get throws(CNIError) {
      guard let ipam = try keys.ipam(HostLocalKey.self) else { throw keys.missing(.ipam) }
      return try LeaseLocation(network: network, ipam: ipam)
    }
  }

  /// What ADD answered, or the plugin before this one; `nil` where there is none.
  public var previous: AttachmentResult? {
    get throws(CNIError) {
      guard let value = json[PluginKey.prevResult], value != .null else { return nil }
      return try AttachmentResult(value)
    }
  }

  /// The attachments that GC keeps (CNI specification, section 2, "GC"): none for an empty list, and
  /// for `null`, which is Go's. `nil` where a runtime does not say.
  public var validAttachments: [AttachmentKey]? {
    get throws(CNIError) {
      let valid = PluginKey.validAttachments
      guard json[valid] != nil else { return nil }
      return try keys.objects(valid, of: ValidAttachmentKey.self).mapping { keys throws(CNIError) in
        guard let id = try keys.text(.containerID) else { throw keys.missing(.containerID) }
        guard let name = try keys.text(.ifname) else { throw keys.missing(.ifname) }
        return AttachmentKey(containerID: id, interfaceName: name)
      }
    }
  }
}

extension ConfigObject<PluginKey> {
  /// The keys of the plugin that gives out addresses; `nil` for none.
  func ipam<Keys>(_: Keys.Type) throws(CNIError) -> ConfigObject<Keys>? { try object(.ipam) }

  /// What a person asks for.
  var request: ConfigObject<RequestKey>? {
    get throws(CNIError) { try object(.args, of: ArgsKey.self)?.object(.cni) }
  }

  /// What the runtime passes.
  var runtimeConfig: ConfigObject<RuntimeConfigKey>? {
    get throws(CNIError) { try object(.runtimeConfig) }
  }
}
