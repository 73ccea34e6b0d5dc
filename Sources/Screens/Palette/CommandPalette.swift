import TUI

/// A line in which a person says what to do, with what it could mean below.
struct CommandPalette: Sendable {
  /// Something that can be done, by the words that ask for it.
  struct Entry: Sendable {
    var words: String
    var help: String
    var operation: Operation
  }

  enum Operation: Equatable, Sendable {
    case perform(Binding.Action)
    case select(View, RowID)
    case theme(Theme)
    case export(ExportFormat)
  }

  var editor: LineEditor
  private let entries: [Entry]
  private(set) var found: [Entry]
  private(set) var chosen = 0

  init(_ text: String, _ entries: [Entry]) {
    editor = LineEditor(text)
    self.entries = entries
    found = entries
    search()
  }

  var entry: Entry? { chosen < found.count ? found[chosen] : nil }

  mutating func press(_ key: Key) {
    switch key {
    case .up, .backTab: choose(chosen - 1)
    case .down: choose(chosen + 1)
    case .tab:
      if let entry { editor = LineEditor(entry.words) }
      search()
    default:
      if editor.press(key) { search() }
    }
  }

  mutating func insert(_ text: String) {
    editor.insert(text)
    search()
  }

  private mutating func choose(_ index: Int) {
    chosen = found.isEmpty ? 0 : (index + found.count) % found.count
  }

  /// Those that have every word typed, the ones that begin with the line first.
  private mutating func search() {
    chosen = 0
    let line = editor.text.lowercased()
    let words = line.split(separator: " ").map(String.init)
    let matching = entries.filter { entry in
      let text = entry.words.lowercased()
      return words.allSatisfy(text.containsBytes)
    }
    found =
      matching.filter { $0.words.lowercased().hasPrefix(line) }
      + matching.filter { !$0.words.lowercased().hasPrefix(line) }
  }
}
