import TUI

/// Something that is asked before it is done.
struct Question: Sendable {
  struct Answer: Sendable {
    var key: Key
    var words: String
    var effect: Effect
  }

  var title: String
  /// What will be changed, a line each.
  var lines: [String]
  var answers: [Answer]

  func draw(on frame: inout Frame, in region: Region) {
    let room = max(region.rows - 6, 1)
    let more = lines.count > room ? ["… and \(lines.count - room + 1) more"] : []
    let shown = more.isEmpty ? lines : lines.prefix(room - 1) + more
    let keys = answers.map { "\($0.key.name) \($0.words)" } + ["any other key: no"]
    Dialog(title, shown + ["", keys.joined(separator: "   ")], style: .plain)
      .draw(on: &frame, in: region)
  }
}
