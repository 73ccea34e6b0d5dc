import CNI
import Files
import Formats
import SystemPackage

/// What was made of files before: one that is as it was then is not opened again.
struct FileCache<Content: Sendable>: Sendable {
  private var known: [FilePath: Entry] = [:]
  private var used: [FilePath: Entry] = [:]
  /// How many files had to be opened.
  private(set) var opened = 0

  private struct Entry: Sendable {
    var facts: FileFacts
    var content: Content
  }

  /// What `read` makes of a regular file of at most ``Limits/json`` bytes.
  mutating func content(
    of path: FilePath, read: ([UInt8]) throws(FormatFailure) -> Content
  ) throws -> Content {
    let facts = try FileFacts(path)
    if let entry = known[path], entry.facts == facts {
      used[path] = entry
      return entry.content
    }
    opened += 1
    let file = try File(path, limit: Limits.json)
    let content = try read(file.bytes)
    if file.facts.isSettled { used[path] = Entry(facts: file.facts, content: content) }
    return content
  }

  /// Forgets what was not asked for since the last time.
  mutating func dropUnused() {
    known = used
    used = [:]
  }
}

/// What is known of the files that runtimes keep of their containers.
public struct RuntimeFileCache: Sendable {
  var bundles = FileCache<ContainerName?>()
  var names = FileCache<[String: String]>()

  public init() {}

  /// How many files were opened so far.
  public var opened: Int { bundles.opened + names.opened }

  mutating func dropUnused() {
    bundles.dropUnused()
    names.dropUnused()
  }
}
