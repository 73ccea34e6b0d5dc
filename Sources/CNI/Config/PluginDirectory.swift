public import Files
public import SystemPackage

/// A directory of plugins. Nothing in it is run.
public struct PluginDirectory: Hashable, Sendable {
  public let path: FilePath
  /// By the bytes of their names.
  public private(set) var programs: [PluginProgram] = []
  /// What could not be read.
  public private(set) var gaps: [FileGap] = []

  /// Reads all of it. That there is none at all is no gap: it shows as no programs.
  public init(_ path: FilePath) {
    self.path = path
    do throws(FileFailure) {
      try read()
    } catch FileFailure.refused(.noSuchFileOrDirectory) {
    } catch {
      gaps.append(FileGap(path, error))
    }
  }

  private mutating func read() throws(FileFailure) {
    let directory = try Directory(path)
    let found = try directory.names(limit: Limits.configs)
    if found.isCutOff { gaps.append(.cutOff(path, after: Limits.configs)) }
    for name in found.names {
      do throws(FileFailure) {
        let facts = try directory.facts(name, links: .followed)
        if facts.kind == .file { programs.append(PluginProgram(name: name, facts: facts)) }
      } catch {
        gaps.append(FileGap(path.appending(name), error))
      }
    }
  }
}

/// A file in a directory of plugins.
public struct PluginProgram: Hashable, Sendable {
  /// The `type` that a configuration calls it by.
  public let name: String
  /// Of the program itself, where this is a link to it.
  public let facts: FileFacts
}
