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
  static func keep(_ settings: Settings, instead old: Settings) {
    guard settings != old, let path,
      let directory = try? Directory.making(path, mode: 0o700),
      let facts = try? directory.facts(), facts.owner == geteuid()
    else { return }
    try? directory.replace(name, Array(settings.text.utf8))
  }

  private static var path: FilePath? {
    let variables = Environment.variables(["HOME", "XDG_CONFIG_HOME"])
    let home = variables["HOME"].map { FilePath($0).appending(".config") }
    guard let place = variables["XDG_CONFIG_HOME"].map({ FilePath($0) }) ?? home,
      place.isAbsolute
    else { return nil }
    return place.appending("cnitop")
  }
}
