import CLinux
public import Glibc
public import SystemPackage

/// A program that this one has started and must wait for.
public struct RunningProcess: Sendable {
  public let id: pid_t

  /// Starts a program, found in `PATH` unless it is a path.
  ///
  /// It gets these words, these variables and no others, and `files` as its descriptors from 0 on. It
  /// inherits no further descriptor and no blocked signal, whatever thread starts it.
  public init(
    _ words: [String], variables: [String: String], files: [FileDescriptor]
  ) throws {
    guard let program = words.first else { throw Errno.invalidArgument }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, file.rawValue, Int32(number))
    }
    unsafe clinux_close_from(&actions, Int32(files.count))

    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    var process = pid_t()
    let failure = unsafe withCStrings(words) { words in
      unsafe withCStrings(variables.map { "\($0)=\($1)" }) { variables in
        unsafe posix_spawnp(&process, program, &actions, &attributes, words, variables)
      }
    }
    guard failure == 0 else { throw Errno(rawValue: failure) }
    id = process
  }

  /// Waits for its end, and returns its exit code: 128 and the signal's number if one ended it.
  @discardableResult
  public func wait() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
  }
}

/// Lends texts as C wants them, with a null pointer behind the last.
private func withCStrings<Value>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
) -> Value {
  let copies = unsafe texts.map { unsafe strdup($0) }
  defer { unsafe copies.forEach { unsafe free($0) } }
  return unsafe body(copies + [nil])
}
