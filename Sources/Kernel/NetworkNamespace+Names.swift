import CLinux
import Glibc
import SystemPackage

/// Namespaces by their names under /run/netns, as ip-netns(8) keeps them.
extension NetworkNamespace {
  /// `ip netns add NAME`
  public static func make(named name: String) throws(KernelError) {
    let path = try path(of: name)
    let file = open(path)
    guard file >= 0 else { throw .lastCall("make \(path)") }
    close(file)
    do throws(KernelError) {
      try onScratchThread { (_) throws(KernelError) in
        guard clinux_new_netns() == 0 else { throw .lastCall("make a network namespace") }
        let bind = UInt(MS_BIND)
        guard unsafe mount("/proc/thread-self/ns/net", path, nil, bind, nil) == 0 else {
          throw .lastCall("mount \(path)")
        }
      }
    } catch {
      _ = unsafe unlink(path)
      throw error
    }
  }

  /// `ip netns del NAME`
  public static func delete(named name: String) throws(KernelError) {
    let path = try path(of: name)
    let lazily: CInt = 2  // MNT_DETACH
    guard unsafe umount2(path, lazily) == 0 || errno == EINVAL, unsafe unlink(path) == 0 else {
      throw .lastCall("delete \(path)")
    }
  }

  /// `ip netns exec NAME …`: opens a namespace by its name.
  public init(named name: String) throws(KernelError) {
    try self.init(path: Self.path(of: name), name: name)
  }

  private static func path(of name: String) throws(KernelError) -> String {
    guard !name.isEmpty, !name.hasPrefix("."), !name.utf8.contains(where: { $0 == 47 || $0 == 0 })
    else { throw KernelError("name a namespace \(name)", .refused(.invalidArgument)) }
    return "/run/netns/\(name)"
  }

  private static func open(_ path: String) -> CInt {
    unsafe Glibc.open(path, O_RDONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o444)
  }
}
