import CLinux
import Glibc
import SystemPackage

/// The way from the root to a file, links resolved. Each directory is opened in the one before and never
/// looked up again, so that what was judged is what is used.
struct Trail: ~Copyable {
  /// What the path leads to, open as a place alone (`O_PATH`).
  private var end: Descriptor
  private(set) var place: Place
  private var linksLeft: Int

  /// - Throws: `.distrusted` from `judge`, which hears of every directory and link on the way, and of the
  ///   end; `ELOOP` after 40 links.
  static func follow(
    _ path: FilePath, _ judge: (Stop) throws(FileFailure) -> Void
  ) throws(FileFailure) -> Trail {
    var trail = try Trail()
    try judge(Stop(place: trail.place, directory: nil))
    var rest = Array(try path.absolute.components.reversed())
    while let component = rest.popLast() {
      guard component.kind != .currentDirectory else { continue }
      try trail.go(to: component, rest: &rest, judge)
    }
    return trail
  }

  /// At the root.
  private init(linksLeft: Int = 40) throws(FileFailure) {
    let root = try Descriptor("/", in: AT_FDCWD, flags: Self.flags)
    place = try Place("/", root)
    end = root
    self.linksLeft = linksLeft
  }

  /// Relative to which the end can be opened, as `.`.
  var number: Int32 { end.number }

  consuming func intoEnd() -> Descriptor { end }

  private static let flags = Int32(0o10000000) | O_NOFOLLOW  // O_PATH

  private mutating func go(
    to component: FilePath.Component, rest: inout [FilePath.Component],
    _ judge: (Stop) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    let next = try Descriptor(component.string, in: end.number, flags: Self.flags)
    let isBack = component.kind == .parentDirectory
    let path = FilePath(place.path)
    let found = try Place(
      (isBack ? path.removingLastComponent() : path.appending(component)).string, next)
    try judge(Stop(place: found, directory: isBack ? nil : place))
    guard found.facts.kind == .link else {
      end = next
      place = found
      return
    }
    guard linksLeft > 0 else { throw .refused(.tooManySymbolicLinkLevels) }
    linksLeft -= 1
    let target = try next.linkTarget()
    rest += target.components.reversed()
    if target.isAbsolute { self = try Trail(linksLeft: linksLeft) }
  }
}

/// Something on a trail, and the directory it stands in: none for the root, and where the way leads back.
struct Stop {
  let place: Place
  let directory: Place?
}

/// A directory, a link or a file.
struct Place {
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

extension FilePath {
  /// A relative path begins in the working directory, wherever that has been moved to.
  fileprivate var absolute: FilePath {
    get throws(FileFailure) {
      guard !isAbsolute else { return self }
      guard let here = unsafe getcwd(nil, 0) else { throw .refused(Errno(rawValue: errno)) }
      defer { unsafe free(here) }
      return FilePath(unsafe String(cString: here)).appending(components)
    }
  }
}

extension Descriptor {
  fileprivate func linkTarget() throws(FileFailure) -> FilePath {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = unsafe readlinkat(number, "", &bytes, bytes.count - 1)
    guard count >= 0 else { throw .refused(Errno(rawValue: errno)) }
    let name = bytes.prefix(count).map { UInt8(bitPattern: $0) }
    return FilePath(String(decoding: name, as: UTF8.self))
  }

  fileprivate var hasAccessList: Bool {
    unsafe clinux_has_access_list("/proc/self/fd/\(number)") == 1
  }
}
