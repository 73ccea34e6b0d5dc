import Files
import SystemPackage

/// What a person keeps of a view, in the working directory.
enum ExportedFile {
  /// Writes a file that was not there before, and tells what came of it: what stands under its name, be
  /// it a link, is left alone, and a number is added to the name.
  static func write(_ bytes: [UInt8], as name: String) -> String {
    do throws(FileFailure) {
      let here = try Directory(".")
      for name in names(like: FilePath.Component(name))
      where try here.make(name, bytes, mode: 0o644) {
        return "wrote \(name)"
      }
      return "\(name) is there already"
    } catch {
      return "cannot write \(name): \(error)"
    }
  }

  /// `pods.json`, `pods-2.json` and so on.
  private static func names(like name: FilePath.Component?) -> [String] {
    guard let name, let suffix = name.extension else { return [] }
    return [name.string] + (2...99).map { "\(name.stem)-\($0).\(suffix)" }
  }
}
