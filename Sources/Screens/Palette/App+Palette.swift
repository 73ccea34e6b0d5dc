import TUI
import Topology

extension App {
  mutating func openPalette(_ text: String = "") {
    prompt.palette = CommandPalette(text, paletteEntries)
  }

  /// Does what a key asks of the open palette.
  mutating func typeCommand(_ key: Key, size: Size) -> Effect? {
    switch key {
    case .escape, .control("c"):
      prompt.palette = nil
      return nil
    case .enter:
      let entry = prompt.palette?.entry
      prompt.palette = nil
      return entry.flatMap { perform($0.operation, size: size) }
    default:
      prompt.palette?.press(key)
      return nil
    }
  }

  private mutating func perform(_ operation: CommandPalette.Operation, size: Size) -> Effect? {
    switch operation {
    case .perform(let action): return perform(action, size: size)
    case .select(let view, let id):
      show(view, selecting: id)
      return nil
    case .theme(let theme):
      settings.theme = theme
      return .setTheme(theme)
    case .export(let format): return export(format)
    }
  }

  /// Everything that can be said here: what keys do, and where one can go.
  private var paletteEntries: [CommandPalette.Entry] {
    let views = View.all.map {
      CommandPalette.Entry(
        words: $0.title.lowercased(), help: "the view \($0.title)", operation: .perform(.show($0)))
    }
    let keys = bindings.filter { !$0.help.isEmpty && $0.isForPalette }.map {
      CommandPalette.Entry(
        words: $0.help, help: "key \($0.keys[0].name)", operation: .perform($0.action))
    }
    let themes = Theme.allCases.map {
      CommandPalette.Entry(words: "theme \($0.rawValue)", help: $0.help, operation: .theme($0))
    }
    let exports = ExportFormat.allCases.map {
      CommandPalette.Entry(words: "export \($0.rawValue)", help: $0.help, operation: .export($0))
    }
    return views + exports + themes + keys + places
  }

  private var places: [CommandPalette.Entry] {
    let topology = shown.topology
    let pods = topology.otherNamespaces.map {
      CommandPalette.Entry(
        words: "pod \($0.label.text)", help: "go to it",
        operation: .select(.pods, .namespace($0.id)))
    }
    let links = (topology.host?.interfaces ?? []).filter { !$0.isLoopback }.map {
      CommandPalette.Entry(
        words: "link \($0.name)", help: "go to it", operation: .select(.links, .interface($0.id)))
    }
    let networks = topology.networks.map {
      CommandPalette.Entry(
        words: "network \($0.name)", help: "go to it", operation: .select(.ipam, .network($0.id)))
    }
    return pods + links + networks
  }
}
