import CNI
public import Files
public import SystemPackage

/// A directory of plugins. Nothing in it is run.
public struct PluginListing: Hashable, Sendable {
  public let path: FilePath
  /// By the bytes of their names.
  public private(set) var programs: [PluginProgram] = []
  /// Everybody may put a program here.
  public private(set) var isOpenToAll = false
  /// What could not be read.
  public private(set) var gaps: [FileGap] = []

  /// Reads all of it. That there is none at all is no gap: it shows as no programs.
  public init(_ path: FilePath) {
    self.path = path
    gaps =
      Directory.list(path, limit: Limits.configs) { directory, names, gaps throws(FileFailure) in
        isOpenToAll = try directory.facts().isWorldWritable
        for name in names { read(name, in: directory, &gaps) }
      } ?? []
  }

  private mutating func read(
    _ name: String, in directory: borrowing Directory, _ gaps: inout [FileGap]
  ) {
    do throws(FileFailure) {
      let facts = try directory.facts(name, links: .followed)
      guard facts.kind == .file else { return }
      let start = try? directory.beginning(of: name, count: 20, links: .followed)
      programs.append(
        PluginProgram(name: name, facts: facts, format: ProgramFormat(beginning: start ?? [])))
    } catch {
      gaps.append(FileGap(path.appending(name), error))
    }
  }
}
