import Formats

/// A version of the specification that a configuration may ask for.
public enum CNIVersion: String, Hashable, Comparable, CaseIterable, Sendable {
  case v0_1_0 = "0.1.0"
  case v0_2_0 = "0.2.0"
  case v0_3_0 = "0.3.0"
  case v0_3_1 = "0.3.1"
  case v0_4_0 = "0.4.0"
  case v1_0_0 = "1.0.0"
  case v1_1_0 = "1.1.0"

  public static let newest = CNIVersion.v1_1_0

  /// A configuration without a version means the first one.
  public init(asked text: String?) throws(CNIError) {
    guard let text, !text.isEmpty else {
      self = .v0_1_0
      return
    }
    guard let version = CNIVersion(rawValue: text) else {
      let all = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw CNIError(
        .incompatibleVersion, "cniVersion \"\(text.prefix(32))\" is not supported",
        details: "supported are \(all)")
    }
    self = version
  }

  /// What VERSION answers to a runtime that speaks `version`.
  public static func answer(asked version: CNIVersion) -> String {
    JSON.members([
      "cniVersion": .string(version.rawValue),
      "supportedVersions": .texts(allCases.map(\.rawValue)),
    ]).written
  }

  /// What a plugin has answered to VERSION, in its own words; `nil` for anything else.
  public static func supported(answer bytes: [UInt8]) -> [String]? {
    guard let json = try? JSON(bytes), let versions = json["supportedVersions"] else { return nil }
    return versions.elements.compactMap(\.text)
  }

  public static func < (left: Self, right: Self) -> Bool {
    allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
  }
}
