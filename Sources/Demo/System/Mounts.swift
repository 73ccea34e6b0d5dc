import Files
import Glibc
import Kernel
import SystemPackage

/// What the sandbox's file system has of its own. The node's is below, and stays as it is.
///
/// `/run` and `/var/lib`, where runtimes keep their files, are empty; `/etc` looks as it did, with an
/// empty `cni/net.d`.
enum Mounts {
  /// `/proc`, of the processes inside.
  static func mountProcesses() throws(KernelError) {
    let alone = UInt(MS_REC | MS_PRIVATE)
    guard unsafe mount(nil, "/", nil, alone, nil) == 0 else { throw .lastCall("keep mounts apart") }
    let tame = UInt(MS_NOSUID | MS_NODEV | MS_NOEXEC)
    guard unsafe mount("proc", "/proc", "proc", tame, nil) == 0 else {
      throw .lastCall("mount /proc")
    }
  }

  static func makePrivate() throws(KernelError) {
    try empty("/run")
    try make("/run/netns")
    try layOver("/etc", keeping: "/run/etc", but: "cni")
    try empty("/var/lib")
    for place in ["/etc/cni", "/etc/cni/net.d", "/var/lib/cni"] { try make(place) }
  }

  private static func empty(_ directory: String) throws(KernelError) {
    let tame = UInt(MS_NOSUID | MS_NODEV)
    guard unsafe mount("demo", directory, "tmpfs", tame, "mode=755") == 0 else {
      throw .lastCall("mount \(directory)")
    }
  }

  /// Empties a directory, and fills it with links to what it had, which is found at `other` now.
  private static func layOver(
    _ directory: String, keeping other: String, but omitted: String
  ) throws(KernelError) {
    try make(other)
    let bind = UInt(MS_BIND | MS_REC)
    guard unsafe mount(directory, other, nil, bind, nil) == 0 else {
      throw .lastCall("keep \(directory)")
    }
    try empty(directory)
    let names = (try? Directory(FilePath(other)).names(limit: 10_000).names) ?? []
    for name in names where name != omitted {
      _ = unsafe symlink("\(other)/\(name)", "\(directory)/\(name)")
    }
  }

  private static func make(_ directory: String) throws(KernelError) {
    guard unsafe mkdir(directory, 0o755) == 0 else { throw .lastCall("make \(directory)") }
  }
}
