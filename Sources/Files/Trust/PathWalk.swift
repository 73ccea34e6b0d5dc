import CLinux
import Glibc
import SystemPackage

/// The way from the root to a file, links resolved. Each directory is opened in the one before and never
/// looked up again, so that what was judged is what is used.
struct PathWalk: ~Copyable {
  /// What the path leads to, open as a place alone (`O_PATH`).
  private var end: Descriptor
  private(set) var entry: Entry
  private var linksLeft: Int

  /// - Throws: `.untrusted` from `judge`, which hears of every directory and link on the way, and of the
  ///   end; `ELOOP` after 40 links.
  static func follow(
    _ path: FilePath, _ judge: (Step) throws(FileFailure) -> Void
  ) throws(FileFailure) -> PathWalk {
    var walk = try PathWalk()
    try judge(Step(entry: walk.entry, directory: nil))
    var rest = Array(try path.absolute.components.reversed())
    while let component = rest.popLast() {
      guard component.kind != .currentDirectory else { continue }
      try walk.go(to: component, rest: &rest, judge)
    }
    return walk
  }

  /// At the root.
  private init(linksLeft: Int = 40) throws(FileFailure) {
    let root = try Descriptor("/", in: AT_FDCWD, flags: Self.flags)
    entry = try Entry("/", root)
    end = root
    self.linksLeft = linksLeft
  }

  /// Relative to which the end can be opened, as `.`.
  var rawValue: Int32 { end.rawValue }

  consuming func intoEnd() -> Descriptor { end }

  private static let flags = Int32(0o10000000) | O_NOFOLLOW  // O_PATH

  private mutating func go(
    to component: FilePath.Component, rest: inout [FilePath.Component],
    _ judge: (Step) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    let next = try Descriptor(component.string, in: end.rawValue, flags: Self.flags)
    let isBack = component.kind == .parentDirectory
    let path = FilePath(entry.path)
    let found = try Entry(
      (isBack ? path.removingLastComponent() : path.appending(component)).string, next)
    try judge(Step(entry: found, directory: isBack ? nil : entry))
    guard found.facts.kind == .link else {
      end = next
      entry = found
      return
    }
    guard linksLeft > 0 else { throw .refused(.tooManySymbolicLinkLevels) }
    linksLeft -= 1
    let target = FilePath(
      try SymbolicLinks.target(of: "", in: next.rawValue, limit: Int(PATH_MAX)))
    rest += target.components.reversed()
    if target.isAbsolute { self = try PathWalk(linksLeft: linksLeft) }
  }
}

extension PathWalk {
  /// Something on the way, and the directory it stands in: none for the root, and where the way leads back.
  struct Step {
    let entry: Entry
    let directory: Entry?
  }

  /// A directory, a link or a file.
  struct Entry {
    /// Without links.
    let path: String
    let facts: FileFacts
    /// Whether an access control list says more than `facts` who may write.
    let hasAccessList: Bool

    init(_ path: String, _ opened: borrowing Descriptor) throws(FileFailure) {
      self.path = path
      facts = try opened.facts()
      hasAccessList = facts.isGroupWritable && opened.hasAccessList
    }
  }
}

extension FilePath {
  /// A relative path begins in the working directory, wherever that has been moved to.
  fileprivate var absolute: FilePath {
    get throws(FileFailure) {
      guard !isAbsolute else { return self }
      guard let here = unsafe getcwd(nil, 0) else { throw .lastCall }
      defer { unsafe free(here) }
      return FilePath(unsafe String(cString: here)).appending(components)
    }
  }
}

extension Descriptor {
  fileprivate var hasAccessList: Bool {
    unsafe clinux_has_access_list("/proc/self/fd/\(rawValue)") == 1
  }
}
