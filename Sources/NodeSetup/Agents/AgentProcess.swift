import Files
public import SystemPackage

/// An agent that runs, and how it was started.
public struct AgentProcess: Hashable, Sendable {
  public var kind: AgentKind
  public var id: Int32
  /// Its program and its arguments. None where it cannot be told whether they are to be believed.
  public var arguments: [String]

  public init(kind: AgentKind, id: Int32, arguments: [String]) {
    self.kind = kind
    self.id = id
    self.arguments = arguments
  }

  /// Looks for agents among all processes: a small file of each, and a few more of those found. Of two of
  /// one kind the older one counts: k3s starts its own children.
  ///
  /// What an agent was told leads to files that are read and programs that are run, so not every process
  /// with such a name is one: it has to be root's, or ours, and no container's.
  public static func all(in root: FilePath = "/proc") -> [AgentProcess] {
    guard let names = try? Directory(root).names(limit: processLimit).names else { return [] }
    let own = mounts(of: "self", in: root)
    var found: [AgentKind: AgentProcess] = [:]
    for id in names.compactMap({ Int32($0) }).sorted() {
      guard let kind = kind(of: id, in: root), found[kind] == nil,
        let facts = try? Directory(root).facts("\(id)"), facts.hasTrustedOwner
      else { continue }
      switch mounts(of: "\(id)", in: root) {
      case nil: found[kind] = AgentProcess(kind: kind, id: id, arguments: [])
      case own:
        found[kind] = AgentProcess(kind: kind, id: id, arguments: arguments(of: id, in: root))
      case _: continue
      }
    }
    return AgentKind.allCases.compactMap { found[$0] }
  }

  private static func kind(of id: Int32, in root: FilePath) -> AgentKind? {
    text(root, id, "comm").flatMap { AgentKind(processName: String($0.prefix { $0 != "\n" })) }
  }

  private static func arguments(of id: Int32, in root: FilePath) -> [String] {
    text(root, id, "cmdline").map { $0.split(separator: "\0").map(String.init) } ?? []
  }

  /// What tells its mount namespace from others; `nil` where that is not to be known.
  private static func mounts(of process: String, in root: FilePath) -> UInt64? {
    let path = root.appending(process).appending("ns")
    return try? Directory(path).facts("mnt", links: .followed).identity.inode
  }

  private static func text(_ root: FilePath, _ id: Int32, _ name: String) -> String? {
    let path = root.appending("\(id)").appending(name)
    return (try? File(path, limit: commandLineLimit)).map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
  }

  /// Processes among which agents are looked for.
  private static let processLimit = 65_536
  /// Bytes of one's arguments.
  private static let commandLineLimit = 1 << 17
}
