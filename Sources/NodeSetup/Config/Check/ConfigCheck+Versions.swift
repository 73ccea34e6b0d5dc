import CNI
import Formats

extension ConfigCheck {
  /// Of `cniVersion` and `cniVersions` the newest that libcni knows counts.
  mutating func checkVersions(_ list: JSON) {
    guard let versions = list[exactly: NetworkListKey.cniVersions] else {
      return checkVersion(list[exactly: NetworkListKey.cniVersion])
    }
    let texts = versions.elements.compactMap(\.text)
    if let odd = texts.first(where: { VersionNumber($0) == nil }) {
      add(.broken, "\"cniVersions\" has \"\(odd.prefix(32))\", which is no version")
    } else if texts.count < versions.elements.count {
      add(.broken, "\"cniVersions\" must hold texts")
    } else if let config = try? NetworkConfig(list: list) {
      checkVersion(.string(config.chosenVersion))
    }
  }

  mutating func checkVersion(_ version: JSON?) {
    let all = CNIVersion.allCases.map(\.rawValue).joined(separator: ", ")
    switch version {
    case .none, .string(""): add(.hint, "\"cniVersion\" is missing, which means 0.1.0")
    case .string(let text) where CNIVersion(rawValue: text) == nil:
      add(.broken, "cniVersion \"\(text.prefix(32))\" is none of \(all)")
    case .string: break
    case _: add(.broken, "\"cniVersion\" must be a text")
    }
  }
}
