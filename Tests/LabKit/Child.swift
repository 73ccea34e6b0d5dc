import Foundation

/// A started program, without input, that is waited for by its number.
///
/// Foundation's `Process` learns of the end from a socket that other programs, started at the same
/// moment, may inherit: two tests can then wait for each other's servers for ever.
struct Child {
  let process: pid_t

  /// Starts a program found in `PATH` with no signal blocked, so that it hears that it shall end, and with
  /// its output and errors in these files.
  init(
    _ words: [String], environment: [String: String] = [:], output: String = "/dev/null",
    errors: String = "/dev/null"
  ) throws {
    var files = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&files)
    defer { unsafe posix_spawn_file_actions_destroy(&files) }
    unsafe posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_CREAT, 0o600)
    unsafe posix_spawn_file_actions_addopen(&files, 2, errors, O_WRONLY | O_CREAT, 0o600)

    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }.map {
      "\($0)=\($1)"
    }
    var process = pid_t()
    let failure: Int32 = unsafe withCStrings(words) { words in
      unsafe withCStrings(variables) { variables in
        guard let program = unsafe words.first ?? nil else { return EINVAL }
        return unsafe posix_spawnp(&process, program, &files, &attributes, words, variables)
      }
    }
    guard failure == 0 else { throw NotStarted(words: words, errno: failure) }
    self.process = process
  }

  /// Waits for its end, and returns its exit code: 128 and the signal's number if one ended it.
  @discardableResult
  func wait() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
  }
}

struct NotStarted: Error {
  let words: [String]
  let errno: Int32
}

/// Lends texts as C wants them, with a null pointer behind the last.
private func withCStrings<Value>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
) -> Value {
  let copies = unsafe texts.map { unsafe strdup($0) }
  defer { unsafe copies.forEach { unsafe free($0) } }
  return unsafe body(copies + [nil])
}
