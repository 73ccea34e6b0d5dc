import CLinux
import Files
public import SystemPackage

/// What a program gives up that only looks at a node, before it looks.
///
/// Where the kernel lacks something of it, the rest is done all the same: all of it guards against our own
/// mistakes, and none is what a right depends on.
public enum Confinement {
  /// What somebody who looks does besides.
  public struct Permissions: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Runs plugins, to ask which versions they know.
    public static let programs = Permissions(rawValue: 1)
    /// Writes files: settings, and what is exported.
    public static let files = Permissions(rawValue: 2)
  }

  /// Keeps the capabilities that reading takes and no other, gains none from a program, and is refused
  /// the system calls that no reader needs. Called before there is a second thread.
  public static func begin(allowing allowed: Permissions = []) {
    let kept = Capability.reading | (allowed.contains(.files) ? neededForFiles : 0)
    _ = clinux_keep_capabilities(kept)
    _ = clinux_forbid_new_privileges()
    var forbidden: CInt = 0
    if !allowed.contains(.programs) { forbidden |= CInt(CLINUX_NO_PROGRAMS) }
    if allowed.isEmpty { forbidden |= CInt(CLINUX_NO_WRITES) }
    _ = clinux_filter_calls(forbidden)
  }

  /// From here on this thread, and those that it starts, write files in these directories and below alone.
  /// Of one that is not there yet, what it would be made in counts.
  ///
  /// Not for a thread that reads: Landlock hides from it the namespaces of other processes.
  public static func limitWrites(to directories: [FilePath]) {
    let places = directories.compactMap(nearest)
    let numbers = places.map(\.rawValue)
    _ = unsafe clinux_limit_writes(numbers, Int32(numbers.count))
    for place in places { try? place.close() }
  }

  private static func nearest(_ path: FilePath) -> FileDescriptor? {
    if let place = try? FileDescriptor.open(
      path, .readOnly, options: [.directory, .closeOnExec])
    {
      return place
    }
    let parent = path.removingLastComponent()
    return parent == path || parent.isEmpty ? nil : nearest(parent)
  }

  /// Root has the right to write anywhere, and cnitop is mostly called with sudo: in a directory that is
  /// somebody else's, that right is what an export takes. It is not lent to others.
  private static var neededForFiles: UInt64 {
    guard !ElevatedPrivileges.arePresent, let facts = try? Directory(".").facts() else { return 0 }
    return facts.isOurs ? 0 : Capability.override
  }
}
