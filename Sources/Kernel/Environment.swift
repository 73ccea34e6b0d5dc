import Glibc
import SystemPackage

/// What this program was started with.
public enum Environment {
  /// The variables of these names that are set.
  public static func variables(_ names: [String]) -> [String: String] {
    names.reduce(into: [:]) { variables, name in
      guard let value = unsafe getenv(name) else { return }
      variables[name] = unsafe String(cString: value)
    }
  }

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
