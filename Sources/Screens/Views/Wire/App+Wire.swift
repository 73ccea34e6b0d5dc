import TUI
import Engine
import Topology

/// Wiring by hand: choose, look at the plan, let it be done, undo it.
extension App {
  /// Takes in what has become of an order.
  public mutating func hear(_ news: WireNews) {
    guard var job else { return }
    job.hear(news)
    wire = .job(job)
    guard view == .wire else { return }
    rebuild()
    if let current = job.current, job.stage != .planned { select(current) }
  }

  /// Enter: the next choice, or the question whether to do it.
  mutating func choose() -> Effect? {
    guard case .wire(let choice) = selected else { return nil }
    switch choice {
    case .network(let network):
      if case .network(let id) = wire, let pod = shown.topology[id] {
        return begin(WireOrder.add(pod, to: network))
      }
      wire = .place(network: network)
    case .attachment(let attachment, let id):
      return begin(.order(.del, attachment, of: shown.topology[id]))
    case .namespace(let id):
      guard case .place(let network) = wire, let pod = shown.topology[id] else { return nil }
      return begin(WireOrder.add(pod, to: network))
    case .newNamespace:
      guard case .place(let network) = wire else { return nil }
      wire = .name(network: network, LineEditor(freeName))
    case .entry: return ask()
    }
    startOver()
    return nil
  }

  /// Types the name of a new namespace.
  mutating func typeName(_ key: Key, network: String, _ editor: LineEditor) -> Effect? {
    var editor = editor
    switch key {
    case .escape: wire = .place(network: network)
    case .enter:
      guard
        !shown.topology.namespaces.contains(where: {
          $0.paths.contains("/run/netns/\(editor.text)")
        })
      else {
        prompt.notice = "there is a namespace \(editor.text) already"
        return nil
      }
      return begin(.add(newNamespace: editor.text, to: network))
    default:
      _ = editor.press(key)
      wire = .name(network: network, editor)
    }
    return nil
  }

  /// From another view, with the pod that is selected there.
  mutating func beginWith(_ verb: WireOrder.Verb) -> Effect? {
    guard let id = row?.namespace, let pod = shown.topology[id], !pod.isHost else {
      prompt.notice = "select a pod first"
      return nil
    }
    let attachments = pod.containers.flatMap(\.attachments)
    switch verb {
    case .add: wire = .network(for: id)
    case .del: wire = .attachment(of: id)
    case .check:
      if attachments.isEmpty { break }
      return .wire(.check(attachments.map { .order(.check, $0, of: pod) }))
    }
    if verb != .add, attachments.isEmpty {
      (wire, prompt.notice) = (.start, "nothing is remembered of \(pod.label.text)'s attachments")
      return nil
    }
    show(.wire)
    startOver()
    return rows.count == 1 ? choose() : nil
  }

  /// Undoes what was done, or stops what is under way and undoes that.
  mutating func undoWiring() -> Effect? {
    guard let job else { return nil }
    switch job.stage {
    case .asking: return .wire(.stop)
    case .done: return begin(job.order.inverse)
    case .planning, .planned, .running, .failed: return nil
    }
  }

  /// The next step, when it waits for that; before the first, the question.
  mutating func goOnWiring() -> Effect? {
    guard let job else { return choose() }
    return job.stage == .asking ? .wire(.goOn) : ask()
  }

  /// A step back; what is under way goes on.
  mutating func leaveWiring() {
    if let job, job.isUnderWay { return }
    switch wire {
    case .name(let network, _): wire = .place(network: network)
    case .start, .network, .attachment, .place, .job: wire = .start
    }
    startOver()
  }

  private mutating func begin(_ order: WireOrder?) -> Effect? {
    guard let order else {
      prompt.notice = "nothing leads into this namespace"
      return nil
    }
    let before = WirePicture(of: order.attachment, in: shown.topology)
    wire = .job(WireJob(order, before: before))
    startOver()
    return .wire(.plan(order))
  }

  /// Asks whether the plan shall be done, with everything it changes.
  private mutating func ask() -> Effect? {
    guard let job, job.stage == .planned else { return nil }
    guard mode == .writing else {
      prompt.notice = "read-only: start cnitop with --write to do this"
      return nil
    }
    prompt.question = Question(
      title: job.order.title,
      lines: job.entries.enumerated().map { "\($0 + 1) \($1.title)  \($1.detail)" },
      answers: [
        .init(key: "y", words: "at once", effect: .wire(.perform(job.order, .atOnce))),
        .init(key: "s", words: "step by step", effect: .wire(.perform(job.order, .stepwise))),
      ])
    return nil
  }

  private mutating func startOver() {
    (selection.id, selection.position) = (nil, 0)
    list.filter = Filter()
    rebuild()
  }

  /// A colour that no namespace has for a name.
  private var freeName: String {
    let names = Set(shown.topology.namespaces.flatMap(\.paths))
    let colours = ["red", "green", "blue", "yellow", "orange", "violet"]
    return colours.first { !names.contains("/run/netns/\($0)") } ?? "pod-\(names.count)"
  }
}

extension WireJob {
  var isUnderWay: Bool {
    switch stage {
    case .planning, .running, .asking: true
    case .planned, .done, .failed: false
    }
  }
}
