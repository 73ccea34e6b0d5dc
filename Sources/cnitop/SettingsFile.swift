import Files
import Kernel
import Glibc
import Screens
import SystemPackage

/// `cnitop/settings.toml` among a person's configuration ($XDG_CONFIG_HOME, else ~/.config).
enum SettingsFile {
  private static let name = "settings.toml"
  /// A larger file is not ours.
  private static let mostBytes = 65_536

  /// What was kept, or what nobody has changed.
  static func read() -> Settings {
    guard let path, let directory = try? Directory(path),
      let file = try? directory.file(name, limit: mostBytes)
    else { return Settings() }
    return Settings(text: String(decoding: file.bytes, as: UTF8.self))
  }

  /// Keeps settings that were changed. Where that cannot be, nothing is said: it is only comfort.
  ///
  /// Nothing is made in the home of somebody else, where sudo may have left us.
  static func keep(_ settings: Settings, instead old: Settings) {
    guard settings != old, let path, let base, isOurs(base),
      let directory = try? Directory.making(path, mode: 0o700),
      let facts = try? directory.facts(), facts.owner == geteuid()
    else { return }
    try? directory.replace(name, Array(settings.text.utf8))
  }

  private static func isOurs(_ path: FilePath) -> Bool {
    guard let directory = try? Directory(path), let facts = try? directory.facts() else {
      return false
    }
    return facts.owner == geteuid()
  }

  private static let variables = Environment.variables(["HOME", "XDG_CONFIG_HOME"])

  /// What a person has for configuration, or the home that it would be in.
  private static var base: FilePath? {
    let place = (variables["XDG_CONFIG_HOME"] ?? variables["HOME"]).map { FilePath($0) }
    return place.flatMap { $0.isAbsolute ? $0 : nil }
  }

  private static var path: FilePath? {
    let config = variables["XDG_CONFIG_HOME"] == nil ? base?.appending(".config") : base
    return config?.appending("cnitop")
  }
}
