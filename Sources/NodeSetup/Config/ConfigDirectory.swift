import CNI
public import Files
public import SystemPackage

/// A directory of network configurations, as libcni reads it.
public struct ConfigDirectory: Hashable, Sendable {
  public let path: FilePath
  /// `*.conf`, `*.conflist` and `*.json` in the order of their names. A runtime with one network
  /// takes the first that is sound.
  public private(set) var files: [ConfigFile] = []
  /// There is no such directory.
  public private(set) var isAbsent = false
  /// What could not be read, the files among them.
  public private(set) var gaps: [FileGap] = []

  /// Reads all of it. That there is none at all is no gap: it shows as no files.
  public init(_ path: FilePath) {
    self.path = path
    do throws(FileFailure) {
      try read()
    } catch FileFailure.refused(.noSuchFileOrDirectory) {
      isAbsent = true
    } catch {
      gaps.append(FileGap(path, error))
    }
  }

  /// Those that may hold more plugins of its lists, whether they are there or not.
  public var folders: [FilePath] { files.compactMap(\.pluginFolder).map { path.appending($0) } }

  private mutating func read() throws(FileFailure) {
    let directory = try Directory(path)
    let found = try directory.names(limit: Limits.configs)
    if found.isCutOff { gaps.append(.cutOff(path, after: Limits.configs)) }
    for name in found.names {
      guard let form = ConfigFile.Form(name: name) else { continue }
      if case .some(.directory) = try? directory.facts(name).kind { continue }
      let file = ConfigFile(name, form: form, in: directory)
      if case .failure(let reason) = file.content {
        gaps.append(FileGap(path.appending(name), file.findings.first?.text ?? reason.description))
      }
      files.append(file)
    }
  }
}
