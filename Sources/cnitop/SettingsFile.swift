import Files
import Kernel
import Screens
import SystemPackage

/// `cnitop/settings.toml` among a person's configuration ($XDG_CONFIG_HOME, else ~/.config).
enum SettingsFile {
  private static let name = "settings.toml"
  /// A larger file is not ours.
  private static let mostBytes = 65_536

  /// What was kept, or what nobody has changed.
  static func read() -> Settings {
    guard let directory, let opened = try? Directory(own: directory),
      let file = try? opened.file(name, limit: mostBytes)
    else { return Settings() }
    return Settings(text: String(decoding: file.bytes, as: UTF8.self))
  }

  /// Keeps settings that were changed. Where that cannot be, nothing is said: it is only comfort.
  ///
  /// Nothing is made in the home of somebody else, where sudo may have left us, nor where a link of
  /// somebody else leads.
  static func keep(_ settings: Settings, instead old: Settings) {
    guard settings != old, let directory, let base,
      let above = try? Directory(own: base), isOurs(above),
      let opened = try? Directory.makingOwn(directory, mode: 0o700), isOurs(opened)
    else { return }
    try? opened.replace(name, Array(settings.text.utf8))
  }

  /// Where it is, be it there or not.
  static var directory: FilePath? {
    let config = variables["XDG_CONFIG_HOME"] == nil ? base?.appending(".config") : base
    return config?.appending("cnitop")
  }

  private static func isOurs(_ directory: borrowing Directory) -> Bool {
    (try? directory.facts().isOurs) == true
  }

  /// One that is empty is as good as none (XDG Base Directory Specification).
  private static let variables = Environment.variables(["HOME", "XDG_CONFIG_HOME"])
    .filter { !$0.value.isEmpty }

  /// What a person has for configuration, or the home that it would be in.
  private static var base: FilePath? {
    let place = (variables["XDG_CONFIG_HOME"] ?? variables["HOME"]).map { FilePath($0) }
    return place.flatMap { $0.isAbsolute ? $0 : nil }
  }
}
