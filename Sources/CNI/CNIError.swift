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

  /// Numbers from 100 on are this plugin's own.
  public enum Code: Int, Hashable, Sendable {
    case incompatibleVersion = 1
    case unsupportedField = 2
    /// The container or its namespace is not there.
    case unknownContainer = 3
    case invalidEnvironment = 4
    case io = 5
    case notDecodable = 6
    case invalidConfiguration = 7
    case tryAgainLater = 11
    /// ADD could not work now.
    case notAvailable = 50
    /// Nor could what was attached before be reached well.
    case limitedConnectivity = 51
    /// The kernel refused.
    case refused = 100
    /// No address is left, or not the one that was asked for.
    case noAddress = 101
    /// What is there is not what was attached.
    case mismatch = 102
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
      case .empty, .endsEarly, .notJSON, .tooDeep: .notDecodable
      case .missing, .invalid, .noPlugins, .notALease, .notAnAddress: .invalidConfiguration
      }
    self.init(code, "the network's configuration is of no use", details: failure.description)
  }

  static func invalid(_ key: String, _ why: String) -> CNIError {
    CNIError(.invalidConfiguration, "\"\(key)\" \(why)")
  }
}
