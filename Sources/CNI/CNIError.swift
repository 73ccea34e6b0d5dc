import Formats

/// Why an operation failed, as a plugin tells its runtime (CNI specification, section 5, "Error").
public struct CNIError: Error, Hashable, Sendable {
  public var code: Code
  /// One line.
  public var message: String
  /// What else helps; may be empty.
  public var details: String

  public init(_ code: Code, _ message: String, details: String = "") {
    self.code = code
    self.message = message
    self.details = details
  }

  /// Numbers from 100 on are the plugin's own.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public var rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let incompatibleVersion = Self(rawValue: 1)
    public static let unsupportedField = Self(rawValue: 2)
    /// The container or its namespace is not there.
    public static let unknownContainer = Self(rawValue: 3)
    public static let invalidEnvironment = Self(rawValue: 4)
    public static let io = Self(rawValue: 5)
    public static let notDecodable = Self(rawValue: 6)
    public static let invalidConfiguration = Self(rawValue: 7)
    public static let tryAgainLater = Self(rawValue: 11)
    /// ADD could not work now.
    public static let notAvailable = Self(rawValue: 50)
    /// Nor could what was attached before be reached well.
    public static let limitedConnectivity = Self(rawValue: 51)
    /// The kernel refused.
    public static let refused = Self(rawValue: 100)
    /// No address is left, or not the one that was asked for.
    public static let noAddress = Self(rawValue: 101)
    /// What is there is not what was attached.
    public static let mismatch = Self(rawValue: 102)
  }
}

extension CNIError: CustomStringConvertible {
  public var description: String { details.isEmpty ? message : "\(message) (\(details))" }
}

extension CNIError {
  /// The JSON that goes to standard output.
  public func json(version: String) -> String {
    JSON.members([
      "cniVersion": .string(version), "code": .integer(code.rawValue), "msg": .string(message),
      "details": details.isEmpty ? nil : .string(details),
    ]).written
  }

  /// An error about a key of the configuration.
  init(_ failure: FormatFailure) {
    let code: Code =
      switch failure {
      case .empty, .endsEarly, .notPlainUTF8, .notJSON, .notJSONAt, .notTOML, .tooDeep:
        .notDecodable
      case .missing, .wrongType, .invalid, .unexpected:
        .invalidConfiguration
      }
    self.init(code, "the network's configuration is of no use", details: failure.description)
  }

  /// Reads what a plugin that has failed wrote; `nil` for anything else.
  public init?(answer bytes: [UInt8]) {
    guard let json = try? JSON(bytes), let code = json["code"]?.integer else { return nil }
    self.init(
      Code(rawValue: code), json["msg"]?.text ?? "", details: json["details"]?.text ?? "")
  }
}
