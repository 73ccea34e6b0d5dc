/// Up to three numbers with dots between them, as libcni compares versions.
public struct VersionNumber: Comparable {
  private let parts: [Int]

  /// None at all means the first version there was. `nil` for what is no version.
  public init?(_ text: String) {
    guard !text.isEmpty else {
      parts = [0, 1, 0]
      return
    }
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count <= 3, numbers.allSatisfy({ $0 != nil }) else { return nil }
    parts = numbers.compactMap { $0 } + Array(repeating: 0, count: 3 - numbers.count)
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}

extension NetworkConfig {
  /// The version that its plugins are asked for: of `cniVersions` and `cniVersion` the newest that is not
  /// newer than the specification (libcni from 1.2); without `cniVersions` what the file says.
  public var chosenVersion: String {
    guard let newest = VersionNumber(CNIVersion.newest.rawValue), !cniVersions.isEmpty else {
      return cniVersion
    }
    let all = cniVersions + (cniVersion.isEmpty ? [] : [cniVersion])
    let known = all.compactMap { text in VersionNumber(text).map { (text: text, number: $0) } }
      .filter { $0.number <= newest }
    return known.max { $0.number < $1.number }?.text ?? cniVersion
  }
}
