import Quoting
import TUI
import Export
import Topology

extension App {
  func drawHeader(on frame: inout Frame) {
    let topology = shown.topology
    var column = frame.write("cnitop", column: 1, style: .title)
    let node = ([topology.node.name] + topology.node.agents).joined(separator: " · ")
    let state = clockWords
    let room = frame.size.columns - state.text.width - 1
    let left = frame.region.left(room - 1).left
    column = frame.write(node, column: column + 2, style: .plain, in: left)
    column = frame.write(
      mode.words, column: column + 3, style: mode == .writing ? .changed : .dim, in: left)
    if let counts = counts.first(where: { room - column > $0.width + 3 }) {
      frame.write(counts, column: room - counts.width - 2, style: .dim)
    }
    frame.write(state.text, column: room, style: state.style)
  }

  private var clockWords: (text: String, style: Style) {
    if shown.topology.isNothing { return ("reading", .dim) }
    let moment = shown.at.timeOfDay(offset: clockOffset)
    let ago = "\(moment) (\(Quantity.age(time.latest.at.since(shown.at))) ago)"
    switch time.clock {
    case .frozen: return ("FROZEN \(ago)", .bad)
    case .past: return ("◀◀ \(ago)  End: now", .bad)
    case .live: break
    }
    return shown.topology.gaps.isEmpty
      ? ("● live \(moment)", .good) : ("▲ partial \(moment)", .changed)
  }

  /// How much of everything there is, the longest first.
  private var counts: [String] {
    let topology = shown.topology
    let links = topology.host?.interfaces ?? []
    let veths = links.count { $0.kind == "veth" }
    let bridges = links.count { $0.kind == "bridge" }
    let ipam = topology.networks.map(\.occupancy).prefix(2).joined(separator: " ")
    let ports = "\(veths) veth · \(bridges) bridge" + (bridges == 1 ? "" : "s")
    let all = [[podCounts.both, ports], [podCounts.one, ports]].map { $0.joined(separator: " · ") }
    return (ipam.isEmpty ? [] : all.map { "\($0)   ipam \(ipam)" }) + all + [podCounts.one]
  }

  /// Pods, and where there are others all namespaces too; the second is for where there is less room.
  private var podCounts: (both: String, one: String) {
    let pods = shown.topology.pods.count
    let namespaces = shown.topology.otherNamespaces.count
    let text = pods == 1 ? "1 pod" : "\(pods) pods"
    if pods == namespaces { return (text, text) }
    return pods == 0
      ? ("\(namespaces) netns", "\(namespaces) netns") : ("\(text) · \(namespaces) netns", text)
  }

  func drawGaps(on frame: inout Frame, in line: Region) {
    let gaps = shown.topology.gaps
    guard let first = gaps.first else { return }
    let more = gaps.count > 1 ? "  and \(gaps.count - 1) more" : ""
    let text = "▲ \(first)".fitted(to: line.columns - more.width - 2) + more
    frame.write(text, column: 1, style: .changed, in: line)
  }

  /// The keys that work here and now, as many as fit whole; the line being typed takes their place.
  func drawFooter(on frame: inout Frame, in line: Region) {
    if let palette = prompt.palette {
      palette.editor.draw(on: &frame, in: line.inset(left: 1), prompt: ":")
      palette.draw(on: &frame, above: line)
      return
    }
    if let editor = prompt.editor {
      editor.draw(on: &frame, in: line.inset(left: 1))
      return
    }
    if let notice = prompt.notice {
      frame.write(notice.fitted(to: line.columns - 2), column: 1, style: .notice, in: line)
      return
    }
    var words = bindings.filter { !$0.word.isEmpty }
    while words.reduce(1, { $0 + $1.footerWidth }) > line.columns + 1,
      let least = words.lastIndex(where: { !$0.isEssential })
    {
      words.remove(at: least)
    }
    var column = 1
    for binding in words {
      let next = frame.write(binding.keys[0].name, column: column, style: .key, in: line)
      column = frame.write(binding.word, column: next + 1, style: .dim, in: line) + 2
    }
  }
}

extension Binding {
  /// How to learn of the other keys, and how to leave, is told on the smallest screen.
  fileprivate var isEssential: Bool { action == .help || action == .quit }

  /// The columns it takes in the footer, with the gap behind it.
  fileprivate var footerWidth: Int { keys[0].name.width + 1 + word.width + 2 }
}
