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
    let gaps = Directory.list(path, limit: Limits.configs) {
      directory, names, gaps throws(FileFailure) in
      for name in names { read(name, in: directory, &gaps) }
    }
    isAbsent = gaps == nil
    self.gaps = gaps ?? []
  }

  /// Those that may hold more plugins of its lists, whether they are there or not.
  public var folders: [FilePath] { files.compactMap(\.pluginFolder).map { path.appending($0) } }

  private mutating func read(
    _ name: String, in directory: borrowing Directory, _ gaps: inout [FileGap]
  ) {
    guard let form = ConfigFile.Form(name: name) else { return }
    if case .some(.directory) = try? directory.facts(name).kind { return }
    let file = ConfigFile(name, form: form, in: directory)
    if case .failure(let reason) = file.content {
      gaps.append(FileGap(path.appending(name), file.findings.first?.text ?? reason.description))
    }
    files.append(file)
  }
}
