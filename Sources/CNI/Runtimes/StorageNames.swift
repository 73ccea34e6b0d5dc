import Files
import SystemPackage

/// The names that containers/storage keeps of its containers, by id (`containers.json`): podman's
/// bundles do not have them.
struct StorageNames {
  private(set) var names: [String: String] = [:]
  private(set) var gap: FileGap?

  init(_ directory: FilePath) {
    let path = directory.appending("containers.json")
    do {
      let json = try JSON(
        try File(path, limit: Limits.json).bytes, part: .only(["id": .all, "names": .all]))
      for container in json.elements {
        guard let id = container["id"]?.text else { continue }
        names[id] = container["names"]?.elements.first?.text
      }
    } catch FileFailure.refused(.noSuchFileOrDirectory) {
    } catch {
      gap = FileGap(path, "\(error)")
    }
  }
}
