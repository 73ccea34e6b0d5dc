import TUI
import Engine
import Quoting
import Topology

/// What a line of a plan says.
extension WireJob.Entry {
  var title: String {
    switch operation {
    case .makeNamespace(let name): "make the namespace \(name)"
    case .deleteNamespace(let name): "delete the namespace \(name)"
    case .step(let step): step.title
    case .program(let words): words
    }
  }

  /// What it is about, or that there was nothing to do.
  var detail: String {
    if case .alreadySo(let words) = state { return words }
    switch operation {
    case .makeNamespace(let name), .deleteNamespace(let name): return "/run/netns/\(name)"
    case .step(let step): return step.detail
    case .program: return "another plugin"
    }
  }

  var request: String {
    if case .alreadySo = state { return "–" }
    switch operation {
    case .makeNamespace: return "unshare, mount"
    case .deleteNamespace: return "umount, unlink"
    case .step(let step): return step.request
    case .program: return "exec"
    }
  }

  var reason: String {
    switch operation {
    case .makeNamespace:
      "A container's network is a namespace: interfaces, addresses and routes of its own."
    case .deleteNamespace: "It was made for this, and nothing else is in it."
    case .step(let step): step.reason
    case .program: "The chain has further plugins; each gets the result of the one before."
    }
  }

  var commands: [String] {
    switch operation {
    case .makeNamespace(let name): ["ip netns add \(name.shellWord)"]
    case .deleteNamespace(let name): ["ip netns del \(name.shellWord)"]
    case .step(let step): step.commands
    case .program: []
    }
  }

  var sign: Character {
    switch state {
    case .planned: " "
    case .current: Glyph.current
    case .done, .alreadySo: Glyph.done
    case .failed: Glyph.leaked
    case .undone: Glyph.toLeft
    }
  }

  var style: Style {
    switch state {
    case .planned: .plain
    case .current: .accent
    case .done: .good
    case .alreadySo, .undone: .dim
    case .failed: .bad
    }
  }
}

extension WireJob {
  /// How far it is, and what a person can do now.
  var notice: (text: String, style: Style) {
    switch stage {
    case .planning: ("looking what it takes…", .dim)
    case .planned: ("nothing is done yet  ·  ↵ does it", .notice)
    case .running: ("step \(progress + 1) of \(entries.count)", .changed)
    case .asking:
      ("step \(progress + 1) of \(entries.count)  ·  space next  ·  u stop and undo", .notice)
    case .done(let time): ("done in \(Quantity.short(time))  ·  u undoes it", .good)
    case .failed(let reason): (reason, .bad)
    }
  }
}

extension Quantity {
  /// A short time: `3.9 ms`, `1.2 s`.
  fileprivate static func short(_ time: Duration) -> String {
    let milliseconds = time / .milliseconds(1)
    if milliseconds >= 1000 { return "\(rate(milliseconds / 1000)) s" }
    return "\(rate(milliseconds)) ms"
  }
}
