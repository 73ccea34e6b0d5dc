import Files
import Formats
import SystemPackage

/// The names that containers/storage keeps of its containers, by id (`containers.json`): podman's
/// bundles do not have them.
struct StorageNames {
  private(set) var names: [String: String] = [:]
  private(set) var gap: FileGap?

  init(_ directory: FilePath, _ cache: inout RuntimeFileCache) {
    let path = directory.appending("containers.json")
    do {
      names = try cache.names.content(of: path) { (bytes) throws(FormatFailure) in
        try Self.names(in: bytes)
      }
    } catch FileFailure.refused(.noSuchFileOrDirectory), FileFailure.refused(.notDirectory) {
    } catch {
      gap = FileGap(path, "\(error)")
    }
  }

  private static func names(in bytes: [UInt8]) throws(FormatFailure) -> [String: String] {
    let json = try JSON(bytes, part: .only(["id": .all, "names": .all]))
    var names: [String: String] = [:]
    for container in json.elements {
      guard let id = container["id"]?.text else { continue }
      names[id] = container["names"]?.elements.first?.text
    }
    return names
  }
}
