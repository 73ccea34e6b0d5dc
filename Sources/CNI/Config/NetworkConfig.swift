public import Formats

/// A network as a configuration file describes it: an ordered list of plugins
/// (CNI specification, section 1).
public struct NetworkConfig: Hashable, Sendable {
  /// As the file has it; where it is empty or not allowed, ``nameFailure`` says so.
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

  /// What keeps every ADD from working, though libcni loads the file.
  public var failure: FormatFailure? {
    let path = plugins.first { $0.type.utf8.contains(UInt8(ascii: "/")) }
    return nameFailure ?? path.map { .invalid(key: "type", value: $0.type) }
  }

  /// What is wrong with its name.
  public var nameFailure: FormatFailure? {
    if name.isEmpty { return .missing(key: "name") }
    return name.isNetworkName ? nil : .invalid(key: "name", value: name)
  }

  /// Reads what a result cache keeps: either of the two, by whether it has `plugins`.
  public init(cached bytes: [UInt8]) throws(FormatFailure) {
    try self.init(either: JSON(bytes))
  }

  init(either json: JSON) throws(FormatFailure) {
    if json[exactly: NetworkListKey.plugins] == nil {
      try self.init(single: json)
    } else {
      try self.init(list: json)
    }
  }

  /// Reads a list (`*.conflist`).
  ///
  /// libcni reads a list into a map: its keys have to be written as they are in the specification, and
  /// only in its plugins case does not matter.
  public init(list json: JSON) throws(FormatFailure) {
    guard let elements = json[exactly: NetworkListKey.plugins]?.elements, !elements.isEmpty else {
      throw .noPlugins
    }
    guard let name = json[exactly: NetworkListKey.name]?.text else { throw .missing(key: "name") }
    var plugins: [PluginConfig] = []
    for element in elements { plugins.append(try PluginConfig(element.remarshalled)) }
    self.name = name
    self.plugins = plugins
    cniVersion = json[exactly: NetworkListKey.cniVersion]?.text ?? ""
    cniVersions = try Self.versions(json[exactly: NetworkListKey.cniVersions])
    disableCheck = Self.isOn(json[exactly: NetworkListKey.disableCheck])
    disableGC = Self.isOn(json[exactly: NetworkListKey.disableGC])
  }

  /// Reads the configuration of one plugin as a list of one.
  public init(single json: JSON) throws(FormatFailure) {
    let json = json.remarshalled
    plugins = [try PluginConfig(json)]
    name = json[PluginKey.name]?.text ?? ""
    cniVersion = json[PluginKey.cniVersion]?.text ?? ""
    (cniVersions, disableCheck, disableGC) = ([], false, false)
  }

  private static func versions(_ json: JSON?) throws(FormatFailure) -> [String] {
    let texts = (json?.elements ?? []).compactMap(\.text)
    if let odd = texts.first(where: { VersionNumber($0) == nil }) {
      throw .invalid(key: "cniVersions", value: odd)
    }
    return texts
  }

  /// libcni takes the word for the value.
  public static func isOn(_ json: JSON?) -> Bool {
    json?.flag ?? (json?.text?.lowercased() == "true")
  }
}

extension FormatFailure {
  /// Of a list.
  static let noPlugins = Self.unexpected("the list holds no plugins")
}
