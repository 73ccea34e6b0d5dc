import TUI

/// A key, what it does, and what help and footer say of it. Everything that is told of keys comes
/// from this one table.
struct Binding: Sendable {
  var keys: [Key]
  var action: Action
  /// For the footer, and for help; empty where there is nothing to say.
  var word: String
  var help: String
  /// The views it works in.
  var views: Set<View> = Set(View.allCases)

  private static let allButWire = Set(View.allCases).subtracting([.wire])
  private static let withPods: Set<View> = [.map, .pods, .links]

  enum Action: Equatable, Sendable {
    case move(Int)
    case page(Int)
    case first, last
    case across(Int)
    case show(View)
    case time(Int)
    case visit, end
    case nextPane, open, back, otherEnd, filter, next, previous, sort, reverse, wide, tree, faults,
      freeze
    case choose, nextStep, undo
    case wire(WireOrder.Verb)
    case lesson(LessonTurn)
    case notes
    case copyValue, copyCommand, palette, exports, mouse, theme, help, repaint, quit
  }

  static let all: [Binding] =
    [
      Binding(
        keys: [.enter], action: .open, word: "open", help: "open, or unfold", views: allButWire),
      Binding(
        keys: [.enter], action: .choose, word: "choose", help: "choose; do it", views: [.wire]),
      Binding(
        keys: [" "], action: .nextStep, word: "next step", help: "the next step", views: [.wire]),
      Binding(
        keys: ["u"], action: .undo, word: "undo", help: "undo; stop and undo", views: [.wire]),
      Binding(keys: [.escape], action: .back, word: "", help: "back; drop the filter"),
      Binding(keys: ["o"], action: .otherEnd, word: "other end", help: "go to the other end"),
      Binding(
        keys: ["/"], action: .filter, word: "filter",
        help: "filter ns:pod:ip:br:if: !not"),
      Binding(
        keys: [":"], action: .palette, word: "command", help: "say what to do, or where to go"),
      Binding(keys: ["y"], action: .copyValue, word: "copy", help: "copy the name or address"),
      Binding(keys: ["Y"], action: .copyCommand, word: "", help: "copy the equivalent command"),
      Binding(
        keys: [" "], action: .freeze, word: "freeze", help: "freeze, and go on", views: allButWire),
      Binding(
        keys: ["v"], action: .visit, word: "then", help: "the node as it was then",
        views: [.events]),
      Binding(keys: ["z"], action: .faults, word: "faults", help: "only what is wrong"),
      Binding(keys: ["?"], action: .help, word: "help", help: "this help"),
      Binding(keys: ["q", .control("c")], action: .quit, word: "quit", help: "quit"),
      Binding(keys: ["<"], action: .time(-1), word: "back in time", help: "as it was a change ago"),
      Binding(keys: [">"], action: .time(1), word: "", help: "a change later, up to now"),
      Binding(keys: ["s"], action: .sort, word: "sort", help: "sort by the next column"),
      Binding(keys: ["S"], action: .reverse, word: "", help: "reverse the order"),
      Binding(
        keys: ["w"], action: .wide, word: "wide", help: "all of the width",
        views: [.pods, .links, .ipam, .events, .cni]),
      Binding(
        keys: ["w"], action: .wide, word: "chains", help: "all chains and rules", views: [.nat]),
      Binding(
        keys: [.tab], action: .nextPane, word: "grid",
        help: "each range's addresses, and back",
        views: [.ipam]),
      Binding(
        keys: ["a"], action: .wire(.add), word: "", help: "attach the pod to a network: ADD",
        views: withPods),
      Binding(
        keys: ["D"], action: .wire(.del), word: "", help: "take its attachment down: DEL",
        views: withPods),
      Binding(
        keys: ["C"], action: .wire(.check), word: "", help: "compare it with the kernel: CHECK",
        views: withPods),
      Binding(keys: ["x"], action: .exports, word: "", help: "export this view to a file"),
      Binding(keys: ["j", .down], action: .move(1), word: "", help: "down"),
      Binding(keys: ["k", .up], action: .move(-1), word: "", help: "up"),
      Binding(
        keys: ["h", .left], action: .across(-1), word: "", help: "fold; left in the grid",
        views: [.ipam, .nat, .cni]),
      Binding(
        keys: ["l", .right], action: .across(1), word: "", help: "unfold; right in the grid",
        views: [.ipam, .nat, .cni]),
      Binding(
        keys: ["h", .left], action: .across(-1), word: "", help: "left; fold in the tree",
        views: [.map]),
      Binding(
        keys: ["l", .right], action: .across(1), word: "", help: "right; unfold in the tree",
        views: [.map]),
      Binding(
        keys: ["g"], action: .tree, word: "tree", help: "as boxes, or as a tree", views: [.map]),
      Binding(
        keys: ["g"], action: .first, word: "", help: "to the first",
        views: Set(View.allCases).subtracting([.map])),
      Binding(keys: [.home], action: .first, word: "", help: "to the first"),
      Binding(keys: ["G"], action: .last, word: "", help: "to the last"),
      Binding(keys: [.end], action: .end, word: "", help: "back to now; to the last"),
      Binding(keys: [.pageDown], action: .page(1), word: "", help: "a page down"),
      Binding(keys: [.pageUp], action: .page(-1), word: "", help: "a page up"),
      Binding(keys: ["n"], action: .next, word: "", help: "next row of the filter"),
      Binding(keys: ["N"], action: .previous, word: "", help: "previous row of the filter"),
      Binding(keys: ["m"], action: .mouse, word: "", help: "mouse on or off"),
      Binding(keys: ["t"], action: .theme, word: "", help: "next theme"),
      Binding(keys: [.control("l")], action: .repaint, word: "", help: "draw again"),
    ]
    + View.allCases.map { view in
      Binding(
        keys: [.character(Character("\(view.rawValue)"))], action: .show(view), word: "",
        help: "")
    }

  /// Those that work in a view.
  static func here(_ view: View) -> [Binding] { all.filter { $0.views.contains(view) } }
}
