import Files
import SystemPackage

/// Whether nftables is in the kernel. To ask about it where it is not would load it, and looking
/// changes nothing.
///
/// A kernel without `/proc/modules` loads nothing. In one with modules, nftables is there if it is
/// listed, or built in as `modules.builtin` says; without a sign of it there are no rules to read.
public enum NftablesModule {
  public static var isThere: Bool {
    isThere(modules: text("/proc/modules")) {
      text("/lib/modules/\(HostFacts.read().kernel)/modules.builtin")
    }
  }

  /// `modules` has lines that begin with a name, and is `nil` if the kernel has no modules; `builtIn`
  /// has lines that end with a file's name, and is read only if it matters.
  static func isThere(modules: String?, builtIn: () -> String?) -> Bool {
    guard let modules else { return true }
    return lines(modules).contains { $0.hasPrefix("nf_tables ") }
      || lines(builtIn() ?? "").contains { $0.hasSuffix("/nf_tables.ko") }
  }

  private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  private static func text(_ path: String) -> String? {
    (try? File(FilePath(path), limit: 4 << 20)).map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
