public import Files
public import SystemPackage

/// The processes of this machine, as far as /proc shows them.
public struct ProcessTable: Equatable, Sendable {
  /// In the order of their ids.
  public var entries: [Entry] = []
  /// How many processes hide their namespace from us.
  public var hidden: Int = 0
  /// There were more than ``limit``.
  public var isCutOff: Bool = false

  public struct Entry: Equatable, Sendable {
    public var id: Int32
    /// The inode of its network namespace.
    public var namespaceInode: UInt64

    public init(id: Int32, namespaceInode: UInt64) {
      self.id = id
      self.namespaceInode = namespaceInode
    }
  }

  /// How many processes are looked at.
  public static let limit = 65_536

  /// Reads one link per process, and nothing else.
  public static func scan(_ root: FilePath = "/proc") throws(FileFailure) -> ProcessTable {
    let names = try Directory(root).names(limit: limit)
    var table = ProcessTable(isCutOff: names.isCutOff)
    for name in names.names {
      guard let id = Int32(name) else { continue }
      do throws(FileFailure) {
        let inode = try NamespaceLink.read("\(root)/\(name)/ns/net")
        table.entries.append(Entry(id: id, namespaceInode: inode))
      } catch .refused(.noSuchFileOrDirectory), .refused(.noSuchProcess) {
        continue  // it has just ended
      } catch {
        table.hidden += 1
      }
    }
    table.entries.sort { $0.id < $1.id }
    return table
  }

  public init(entries: [Entry] = [], hidden: Int = 0, isCutOff: Bool = false) {
    self.entries = entries
    self.hidden = hidden
    self.isCutOff = isCutOff
  }
}

/// What `/proc/PID/ns/net` points to.
enum NamespaceLink {
  /// The number in `net:[4026531840]`. Errors: an errno, `EINVAL` for any other text.
  static func read(_ path: String) throws(FileFailure) -> UInt64 {
    let target = try SymbolicLinks.target(of: path)
    guard let inode = inode(in: target) else { throw .refused(.invalidArgument) }
    return inode
  }

  static func inode(in target: some StringProtocol) -> UInt64? {
    guard target.hasPrefix("net:["), target.hasSuffix("]") else { return nil }
    return UInt64(target.dropFirst(5).dropLast())
  }
}
