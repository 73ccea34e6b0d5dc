import Files
import Glibc
public import SystemPackage

/// What this program was started with, and how it ends.
public enum Environment {
  /// The variables of these names that are set.
  public static func variables(_ names: [String]) -> [String: String] {
    names.reduce(into: [:]) { variables, name in
      guard let value = unsafe getenv(name) else { return }
      variables[name] = unsafe String(cString: value)
    }
  }

  /// Forgets all but how a person wants to be spoken to: for a caller who must not say where to look.
  ///
  /// Above all the paths of terminfo, of homes and of libraries.
  public static func forgetPaths() {
    let kept = variables(["TERM", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR", "TMUX", "TZ"])
    clearenv()
    for (name, value) in kept { unsafe setenv(name, value, 1) }
  }

  /// Whether a person sits at standard input, output or error.
  public static func isTerminal(_ stream: FileDescriptor) -> Bool { isatty(stream.rawValue) == 1 }

  /// Ends this program.
  public static func exit(_ code: Int32) -> Never { Glibc.exit(code) }

  /// All of standard input; `nil` if it is longer than `limit` bytes, or cannot be read.
  public static func input(limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = retrying { unsafe read(STDIN_FILENO, &chunk, chunk.count) }
      guard count >= 0 else { return nil }
      guard count > 0 else { return bytes }
      bytes += chunk.prefix(count)
    }
    return nil
  }
}
