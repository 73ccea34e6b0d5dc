public import TUI
import Quoting

/// What a person has chosen, kept from one time to the next.
public struct Settings: Equatable, Sendable {
  public var theme = Theme.dark
  public var takesMouse = true
  /// The map as a tree, also where boxes fit.
  public var prefersTree = false
  /// Where it begins.
  public var view = View.pods

  public init() {}

  /// Reads lines such as `theme = "light"`. What is unknown or makes no sense is passed over: a file
  /// of a newer version must not keep an older one from starting.
  public init(text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = parts[1].filter { $0 != " " && $0 != "\"" }
      switch parts[0].filter({ $0 != " " }) {
      case "theme": theme = Theme(rawValue: value) ?? theme
      case "mouse": takesMouse = Bool(value) ?? takesMouse
      case "map": prefersTree = value == "tree"
      case "view": view = View.all.first { $0.title == value } ?? view
      default: continue
      }
    }
  }

  /// TOML, as ``init(text:)`` reads it.
  public var text: String {
    """
    # Written by cnitop when something was changed on its screen.
    theme = \(theme.rawValue.tomlString)
    mouse = \(takesMouse)
    map = \((prefersTree ? "tree" : "boxes").tomlString)
    view = \(view.title.tomlString)

    """
  }
}
