import Export
import Glibc
import Inspection
import Kernel
import Topology

/// Follows the node it runs on, and for every line of its input says whether its view is right.
///
/// After a line it listens until nothing has changed for a moment, then reads the node afresh and
/// prints `equal`, or what differs, and `end`. Asked for its `effort`, it says how much all took.
/// Notices are printed as they come.
@main
struct WatchProbe {
  static func main() throws {
    let questions = try Questions()
    var node = try NodeWatch()
    var correlation = Correlation(node.snapshot)
    say("ready")
    while true {
      if try node.wait(wakeup: questions.wakeup, until: .now + .seconds(60)) {
        correlation.follow(node.snapshot)
      }
      for notice in node.takeNotices() { say("notice: \(notice)") }
      switch questions.next() {
      case .none: continue
      case .end: return
      case .effort:
        say(
          "looks \(node.effort.looks) visits \(node.effort.visits) files \(node.effort.files)\nend")
      case .compare:
        try answer(&node, &correlation, questions)
      }
    }
  }

  /// Listens until it is quiet for longer than a search waits between two looks.
  private static func settle(
    _ node: inout NodeWatch, _ correlation: inout Correlation, _ questions: borrowing Questions
  ) throws {
    let limit = ContinuousClock.now + .seconds(5)
    var quietUntil = ContinuousClock.now + quiet
    while quietUntil > .now, limit > .now {
      if try node.wait(wakeup: questions.wakeup, until: min(quietUntil, limit)) {
        quietUntil = .now + quiet
        correlation.follow(node.snapshot)
      }
      for notice in node.takeNotices() { say("notice: \(notice)") }
    }
  }

  private static let quiet: Duration = .milliseconds(1_300)

  /// What changes between the last event and the fresh reading is waited for once.
  private static func answer(
    _ node: inout NodeWatch, _ correlation: inout Correlation, _ questions: borrowing Questions
  ) throws {
    try settle(&node, &correlation, questions)
    if let first = try differences(of: correlation.topology) {
      try settle(&node, &correlation, questions)
      if let second = try differences(of: correlation.topology) {
        say("different at first: \(first)\nand then: \(second)\nend")
        return
      }
    }
    say("equal\nend")
  }

  private static func differences(of topology: Topology) throws -> String? {
    let view = topology.lasting
    let truth = Topology(try Inspector().snapshot()).lasting
    guard view != truth else { return nil }
    let missed = truth.changes(since: view).map { $0.line(offset: 0) }
    return (missed + [view.differences(from: truth)]).joined(separator: "\n")
  }
}

/// Prints at once, also into a pipe.
private func say(_ line: String) {
  let bytes = Array("\(line)\n".utf8)
  _ = unsafe write(STDOUT_FILENO, bytes, bytes.count)
}
