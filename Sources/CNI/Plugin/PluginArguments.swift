public import Addressing

/// `CNI_ARGS`: pairs such as `IgnoreUnknown=1;IP=10.0.0.5`, of which the plugin knows a few.
public struct PluginArguments: Hashable, Sendable {
  public var mac: MACAddress?
  public var address: IPAddress?
  /// All of it, as it came.
  public private(set) var text = ""

  public init(mac: MACAddress? = nil, address: IPAddress? = nil) {
    self.mac = mac
    self.address = address
  }

  /// - Throws: code 4 for what cannot be read, and for a name that is not known unless
  ///   `IgnoreUnknown` allows it.
  public init(_ text: String) throws(CNIError) {
    self.init()
    self.text = text
    var ignoresUnknown = false
    var unknown: [String] = []
    for pair in Self.pairs(in: text) {
      guard let value = pair.value else {
        throw Self.wrong("has \"\(pair.name.prefix(64))\" without a value")
      }
      switch pair.name {
      case "IgnoreUnknown": ignoresUnknown = try Self.flag(value)
      case "MAC": mac = try Self.mac(value)
      case "IP": address = try Self.address(value)
      default: unknown.append(String(pair.name.prefix(64)))
      }
    }
    guard unknown.isEmpty || ignoresUnknown else {
      throw Self.wrong("has unknown names: \(unknown.joined(separator: ", "))")
    }
  }

  /// By scalars: with an accent on it, a separator would be another character, and separates all the same.
  static func pairs(in text: String) -> [(name: String, value: String?)] {
    text.unicodeScalars.split(separator: ";").map { pair in
      let name = pair.prefix { $0 != "=" }
      let rest = pair[name.endIndex...]
      return (String(name), rest.isEmpty ? nil : String(rest.dropFirst()))
    }
  }

  private static func flag(_ value: String) throws(CNIError) -> Bool {
    switch value.lowercased() {
    case "1", "true": true
    case "0", "false": false
    default: throw wrong("has IgnoreUnknown=\(value.prefix(64))")
    }
  }

  private static func mac(_ value: String) throws(CNIError) -> MACAddress? {
    guard !value.isEmpty else { return nil }
    guard let mac = MACAddress(value) else {
      throw wrong("has MAC=\(value.prefix(64)): a MAC address of 6 bytes is wanted")
    }
    return mac
  }

  private static func address(_ value: String) throws(CNIError) -> IPAddress? {
    guard !value.isEmpty else { return nil }
    guard let address = IPAddress(requested: value) else {
      throw wrong("has IP=\(value.prefix(64))")
    }
    return address
  }

  private static func wrong(_ why: String) -> CNIError {
    CNIError(.invalidEnvironment, "CNI_ARGS \(why)")
  }
}

extension IPAddress {
  /// An address that is asked for, with or without the length of its network.
  init?(requested text: String) {
    guard let address = IPAddress(text) ?? Prefix(text)?.address else { return nil }
    self = address
  }
}
