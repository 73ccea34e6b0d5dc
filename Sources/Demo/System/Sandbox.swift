import CLinux
import Glibc
import Kernel
import SystemPackage

/// A private node: namespaces of its own for this process and for all that it does.
///
/// Nothing done inside is seen outside, and all of it ends with the process, however that ends.
public enum Sandbox {
  /// Goes on inside, as root of it. Called before there is a second thread.
  ///
  /// The process that called stays outside and waits; it ends as the one inside ends.
  public static func enter(hostName: String) throws(SandboxFailure) {
    do throws(KernelError) {
      try Isolation.best.enter()
      try Mounts.makePrivate()
    } catch {
      throw SandboxFailure(error)
    }
    _ = unsafe sethostname(hostName, hostName.utf8.count)
  }
}

/// How to get inside: a user namespace gives an ordinary user the rights of root there, and takes
/// those from root that it would have outside. Some machines allow root no user namespace.
private enum Isolation: CaseIterable {
  case userNamespace
  case ownUsers

  static var best: Isolation {
    guard geteuid() == 0 else { return .userNamespace }
    return allCases.first { $0.works } ?? .userNamespace
  }

  /// The users come first: whose a network namespace is, is settled when it is made.
  func enter() throws(KernelError) {
    if self == .userNamespace {
      let (user, group) = (geteuid(), getegid())
      try unshare(0x1000_0000)  // CLONE_NEWUSER
      try write("deny", to: "/proc/self/setgroups")
      try write("0 \(user) 1", to: "/proc/self/uid_map")
      try write("0 \(group) 1", to: "/proc/self/gid_map")
    }
    try unshare(0x6c02_0000)  // CLONE_NEWNS, NEWUTS, NEWIPC, NEWPID, NEWNET
    guard clinux_contain() == 0 else { throw .lastCall("start a process") }
    try Mounts.mountProcesses()
  }

  private func unshare(_ namespaces: CInt) throws(KernelError) {
    guard clinux_unshare(namespaces) == 0 else { throw .lastCall("make namespaces") }
  }

  /// Tried by a process that does nothing else.
  private var works: Bool {
    let tester = clinux_fork()
    guard tester != 0 else { _exit((try? enter()) == nil ? 1 : 0) }
    var status: CInt = 1
    while unsafe waitpid(tester, &status, 0) < 0 && errno == EINTR {}
    return tester > 0 && status == 0
  }

  private func write(_ text: String, to path: String) throws(KernelError) {
    do {
      let file = try FileDescriptor.open(FilePath(path), .writeOnly, options: .closeOnExec)
      try file.closeAfter { _ = try file.writeAll(text.utf8) }
    } catch {
      throw KernelError("write \(path)", .refused(error as? Errno ?? .ioError))
    }
  }
}
