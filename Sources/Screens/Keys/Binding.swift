import TUI

/// A key, what it does, and what help and footer say of it. Everything that is told of keys comes
/// from ``general`` and from what each view adds.
struct Binding: Sendable {
  var keys: [Key]
  var action: Action
  /// For the footer; empty where there is nothing to say.
  var word = ""
  /// For help and palette; empty where there is nothing to say.
  var help: String
  /// Moving about is done by keys, and never by the words of the palette.
  var isForPalette = true

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
    case fit
    case wire(WireOrder.Verb)
    case lesson(LessonTurn)
    case notes
    case copyValue, copyCommand, palette, exports, mouse, theme, help, repaint, quit
  }
}

extension Binding {
  /// Those that work in a view, in the order in which footer and help tell them: Enter, what only this
  /// view has, and what all have.
  static func here(_ view: View) -> [Binding] {
    let own = Set(view.keys.map(\.keys))
    let others = general.filter {
      !own.contains($0.keys) && ($0.action != .wide || view.widens)
    }
    let isFirst: (Binding) -> Bool = { $0.keys == [.enter] }
    return (view.keys + others).filter(isFirst) + view.keys.filter { !isFirst($0) }
      + others.filter { !isFirst($0) }
  }

  /// To attach the selected pod, or take its attachment down.
  static let wiring = [
    Binding(keys: ["a"], action: .wire(.add), help: "attach the pod to a network: ADD"),
    Binding(keys: ["D"], action: .wire(.del), help: "take its attachment down: DEL"),
    Binding(keys: ["C"], action: .wire(.check), help: "compare it with the kernel: CHECK"),
  ]

  static func left(_ help: String) -> Binding {
    Binding(keys: ["h", .left], action: .across(-1), help: help, isForPalette: false)
  }

  static func right(_ help: String) -> Binding {
    Binding(keys: ["l", .right], action: .across(1), help: help, isForPalette: false)
  }
}
