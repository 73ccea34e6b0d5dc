/// A network as a configuration file describes it: an ordered list of plugins
/// (CNI specification, section 1).
public struct NetworkConfig: Hashable, Sendable {
  public let name: String
  /// Empty where the file does not say, which means 0.1.0.
  public let cniVersion: String
  /// The versions a runtime may choose from (since 1.1.0); empty where the file has none.
  public let cniVersions: [String]
  public let disableCheck: Bool
  public let disableGC: Bool
  /// At least one.
  public let plugins: [PluginConfig]

  /// The programs that it calls, each once: its plugins, and those that give out their addresses.
  public var programs: [String] {
    var names: [String] = []
    for name in plugins.flatMap({ [$0.type, $0.ipam?.type ?? ""] })
    where !name.isEmpty && !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// Reads a list (`*.conflist`).
  public init(list bytes: [UInt8]) throws(FormatFailure) {
    try self.init(list: JSON(bytes))
  }

  /// Reads the configuration of one plugin (`*.conf`, `*.json`) as a list of one.
  public init(single bytes: [UInt8]) throws(FormatFailure) {
    try self.init(single: JSON(bytes))
  }

  /// Reads what a result cache keeps: either of the two, by whether it has `plugins`.
  public init(cached bytes: [UInt8]) throws(FormatFailure) {
    let json = try JSON(bytes)
    if json["plugins"] == nil { try self.init(single: json) } else { try self.init(list: json) }
  }

  private init(list json: JSON) throws(FormatFailure) {
    guard let elements = json["plugins"]?.elements, !elements.isEmpty else { throw .noPlugins }
    var plugins: [PluginConfig] = []
    for element in elements { plugins.append(try PluginConfig(element)) }
    try self.init(json, plugins: plugins)
  }

  private init(single json: JSON) throws(FormatFailure) {
    try self.init(json, plugins: [PluginConfig(json)])
  }

  private init(_ json: JSON, plugins: [PluginConfig]) throws(FormatFailure) {
    name = try json.required("name")
    guard name.isNetworkName else { throw .invalid(key: "name", value: name) }
    cniVersion = json["cniVersion"]?.text ?? ""
    cniVersions = json["cniVersions"]?.elements.compactMap(\.text) ?? []
    disableCheck = Self.isOn(json["disableCheck"])
    disableGC = Self.isOn(json["disableGC"])
    self.plugins = plugins
  }

  /// libcni takes the word for the value.
  private static func isOn(_ json: JSON?) -> Bool {
    json?.flag ?? (json?.text?.lowercased() == "true")
  }
}
