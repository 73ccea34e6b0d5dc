import CNI
import Files
import Formats
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
    entries(of: directory).filter { $0.name.hasSuffix(ending) && !$0.isDirectory }
      .map { directory.appending($0.name) }
  }

  /// All files of a directory and of those below, in the order of their names.
  func allFiles(below directory: FilePath, depth: Int = 0) -> [FilePath] {
    guard depth < 8 else { return [] }
    return entries(of: directory).flatMap { name, isDirectory in
      let path = directory.appending(name)
      return isDirectory ? allFiles(below: path, depth: depth + 1) : [path]
    }
  }

  private func entries(of path: FilePath) -> [(name: String, isDirectory: Bool)] {
    guard let directory = try? Directory(path),
      let names = try? directory.names(limit: Limits.configs).names
    else { return [] }
    return names.map { ($0, (try? directory.facts($0).kind) == .directory) }
  }
}
