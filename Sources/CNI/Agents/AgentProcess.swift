import Files
public import SystemPackage

/// An agent that runs, and how it was started.
public struct AgentProcess: Hashable, Sendable {
  public var kind: AgentKind
  public var id: Int32
  /// Its program and its arguments. None where they may not be read.
  public var words: [String]

  public init(kind: AgentKind, id: Int32, words: [String]) {
    self.kind = kind
    self.id = id
    self.words = words
  }

  /// Looks for agents among all processes: a small file of each, and one more of those found. Of two of
  /// one kind the older one counts: k3s starts its own children.
  public static func all(in root: FilePath = "/proc") -> [AgentProcess] {
    guard let names = try? Directory(root).names(limit: Limits.processes).names else { return [] }
    var found: [AgentKind: AgentProcess] = [:]
    for id in names.compactMap({ Int32($0) }).sorted() {
      guard let kind = text(root, id, "comm").flatMap({ AgentKind(processName: $0.trimmed) }),
        found[kind] == nil
      else { continue }
      let words = text(root, id, "cmdline").map { $0.split(separator: "\0").map(String.init) }
      found[kind] = AgentProcess(kind: kind, id: id, words: words ?? [])
    }
    return AgentKind.allCases.compactMap { found[$0] }
  }

  private static func text(_ root: FilePath, _ id: Int32, _ name: String) -> String? {
    let path = root.appending("\(id)").appending(name)
    return (try? File(path, limit: Limits.commandLine)).map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
  }
}

extension String {
  fileprivate var trimmed: String { String(prefix { $0 != "\n" }) }
}
