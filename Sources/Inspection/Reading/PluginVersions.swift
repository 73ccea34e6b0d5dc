import Files
import NodeSetup
import Topology

/// What plugins answered when they were asked for their versions, each by its file as it was then.
public struct PluginVersions: Equatable, Sendable {
  /// A program that has been replaced is another one.
  public struct Key: Hashable, Sendable {
    var path: String
    var modified: Int64
    var size: Int64
  }

  public enum Answer: Equatable, Sendable {
    case versions([String])
    case failed(String)
  }

  private var answers: [Key: Answer] = [:]

  public init() {}

  public subscript(key: Key) -> Answer? {
    get { answers[key] }
    set { answers[key] = newValue }
  }

  /// Takes over what others have learned.
  public mutating func learn(_ other: PluginVersions) { answers.merge(other.answers) { $1 } }
}

extension PluginVersions.Key {
  init(_ program: PluginProgram, in folder: PluginListing) {
    self.init(
      path: "\(folder.path)/\(program.name)", modified: program.facts.modified,
      size: program.facts.size)
  }
}
