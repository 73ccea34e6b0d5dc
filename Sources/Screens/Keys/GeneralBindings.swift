import TUI

extension Binding {
  /// Keys of every view.
  static let general: [Binding] =
    [
      Binding(keys: [.enter], action: .open, word: "open", help: "open, or unfold"),
      Binding(keys: [.escape], action: .back, help: "back; drop the filter"),
      Binding(keys: ["o"], action: .otherEnd, word: "other end", help: "go to the other end"),
      Binding(keys: ["/"], action: .filter, word: "filter", help: "filter ns:pod:ip:br:if: !not"),
      Binding(
        keys: [":"], action: .palette, word: "command", help: "say what to do, or where to go",
        isForPalette: false),
      Binding(keys: ["y"], action: .copyValue, word: "copy", help: "copy the name or address"),
      Binding(keys: ["Y"], action: .copyCommand, help: "copy the equivalent command"),
      Binding(keys: [" "], action: .freeze, word: "freeze", help: "freeze, and go on"),
      Binding(keys: ["z"], action: .faults, word: "faults", help: "only what is wrong"),
      Binding(keys: ["?"], action: .help, word: "help", help: "this help"),
      Binding(keys: ["q", .control("c")], action: .quit, word: "quit", help: "quit"),
      Binding(keys: ["<"], action: .time(-1), word: "back in time", help: "as it was a change ago"),
      Binding(keys: [">"], action: .time(1), help: "a change later, up to now"),
      Binding(keys: ["s"], action: .sort, word: "sort", help: "sort by the next column"),
      Binding(keys: ["S"], action: .reverse, help: "reverse the order"),
      Binding(keys: ["w"], action: .wide, word: "wide", help: "all of the width"),
      Binding(
        keys: ["x"], action: .exports, help: "export this view to a file", isForPalette: false),
      Binding(keys: ["j", .down], action: .move(1), help: "down", isForPalette: false),
      Binding(keys: ["k", .up], action: .move(-1), help: "up", isForPalette: false),
      Binding(keys: ["g"], action: .first, help: "to the first", isForPalette: false),
      Binding(keys: [.home], action: .first, help: "to the first", isForPalette: false),
      Binding(keys: ["G"], action: .last, help: "to the last", isForPalette: false),
      Binding(keys: [.end], action: .end, help: "back to now; to the last"),
      Binding(keys: [.pageDown], action: .page(1), help: "a page down", isForPalette: false),
      Binding(keys: [.pageUp], action: .page(-1), help: "a page up", isForPalette: false),
      Binding(keys: ["n"], action: .next, help: "next row of the filter", isForPalette: false),
      Binding(
        keys: ["N"], action: .previous, help: "previous row of the filter", isForPalette: false),
      Binding(keys: ["m"], action: .mouse, help: "mouse on or off"),
      Binding(keys: ["t"], action: .theme, help: "next theme"),
      Binding(keys: [.control("l")], action: .repaint, help: "draw again"),
    ]
    + View.all.map { view in
      Binding(keys: [.character(Character("\(view.digit)"))], action: .show(view), help: "")
    }
}
