import Files
import SystemPackage

extension AgentSettings {
  /// The bytes of a file of settings; that there is none is nothing to tell.
  ///
  /// An administrator may have put a link here: it is read through.
  mutating func read(_ path: FilePath) -> [UInt8]? {
    do throws(FileFailure) {
      let bytes = try File(path, limit: Limits.json, links: .followed).bytes
      if !files.contains(path) { files.append(path) }
      return bytes
    } catch .refused(.noSuchFileOrDirectory), .refused(.notDirectory) {
      return nil
    } catch {
      gaps.append(FileGap(path, error))
      return nil
    }
  }

  mutating func readText(_ path: FilePath) -> String? {
    read(path).map { String(decoding: $0, as: UTF8.self) }
  }

  mutating func readTOML(_ path: FilePath) -> TOML? {
    guard let bytes = read(path) else { return nil }
    do throws(FormatFailure) {
      return try TOML(bytes)
    } catch {
      gaps.append(FileGap(path, error))
      return nil
    }
  }

  /// The files of a directory whose names end so, in the order of their names.
  func files(in directory: FilePath, ending: String) -> [FilePath] {
    let names = (try? Directory(directory).names(limit: Limits.configs).names) ?? []
    return names.filter { $0.hasSuffix(ending) }.map { directory.appending($0) }
  }
}
