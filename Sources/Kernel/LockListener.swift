import Files
import Glibc
public import SystemPackage

/// Hears when a program lets go of a lock file, such as `/run/xtables.lock`, which every
/// iptables-legacy takes while it works: legacy tables have no events of their own.
public struct LockListener: ~Copyable {
  private let queue: Descriptor
  private let path: FilePath

  public init(path: FilePath = "/run/xtables.lock") throws(KernelError) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { throw .lastCall("listen to \(path)") }
    queue = Descriptor(rawValue: descriptor)
    self.path = path
    watch()
  }

  /// Becomes readable when the file was let go of, or made.
  public var descriptor: Int32 { queue.rawValue }

  /// Takes note of what happened.
  public func clear() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while unsafe read(descriptor, &bytes, bytes.count) > 0 {}
    watch()
  }

  /// The file itself, or its directory until there is one.
  private func watch() {
    let closed = UInt32(IN_CLOSE_NOWRITE | IN_CLOSE_WRITE)
    if unsafe inotify_add_watch(descriptor, path.string, closed) < 0 {
      let parent = path.removingLastComponent().string
      unsafe inotify_add_watch(descriptor, parent, UInt32(IN_CREATE))
    }
  }
}
