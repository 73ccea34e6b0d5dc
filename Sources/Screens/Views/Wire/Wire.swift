import TUI
import Topology

extension View {
  /// Attaches pods to networks and takes attachments down: choose, see the plan, let it be done.
  public static let wire = View(
    digit: 0, title: "Wire",
    listing: { $0.job == nil ? listingOfChoices : listingOfSteps },
    empty: { app in
      app.job == nil ? "No network is configured in /etc/cni/net.d." : "Looking what it takes…"
    },
    keys: [
      Binding(
        keys: [.enter], action: .choose, word: "choose", help: "choose; do it", isForPalette: false),
      Binding(
        keys: [" "], action: .nextStep, word: "next step", help: "the next step",
        isForPalette: false),
      Binding(keys: ["u"], action: .undo, word: "undo", help: "undo; stop and undo"),
    ],
    heading: \.wireTitle,
    pane: Pane(
      rows: { app, rows in min(app.job == nil ? 3 : 10, max(rows / 2, 3)) },
      draw: { app, frame, area in app.drawWire(on: &frame, in: area) }),
    detail: .never)

  private static let listingOfChoices = Listing(\.wireChoices)
  private static let listingOfSteps = Listing(\.wireSteps)
}

/// Something that can be chosen.
struct WireChoiceItem: Listed {
  var outline: Row
  var title: String
  var about: String
  var note: String

  static let columns: [ListColumn<WireChoiceItem>] = [
    ListColumn("WHAT", width: 40, minimum: 24, maximum: 60, priority: 9) { $0.title },
    ListColumn("ABOUT", width: 26, minimum: 20, maximum: 80, priority: 8) { $0.about },
    ListColumn("", width: 18, minimum: 10, maximum: 40, priority: 5) { $0.note },
  ]

  init(_ choice: WireChoice, _ title: String, about: String, note: String) {
    outline = Row(
      id: .wire(choice),
      facets: Row.Facets(pod: "\(title) \(about) \(note)".lowercased()))
    self.title = title
    self.about = about
    self.note = note
  }
}

/// A step of the plan, and how far it is.
struct WireStepItem: Listed {
  var index: Int
  var entry: WireJob.Entry

  static let columns: [ListColumn<WireStepItem>] = [
    ListColumn("  STEP", width: 40, minimum: 24, maximum: 60, priority: 9) {
      "\($0.entry.sign) \($0.index + 1) \($0.entry.title)"
    },
    ListColumn("ABOUT", width: 26, minimum: 20, maximum: 80, priority: 8) { $0.entry.detail },
    ListColumn("REQUEST", width: 18, minimum: 10, maximum: 40, priority: 5) { $0.entry.request },
  ]

  var outline: Row {
    let text = Self.columns.map { $0.text(self) }.joined(separator: " ")
    return Row(
      id: .wire(.entry(index)), style: entry.style, facets: Row.Facets(pod: text.lowercased()))
  }
}

extension Subject {
  /// Of a step, the commands that do the same.
  static func wire(_ choice: WireChoice) -> Subject {
    guard case .entry(let index) = choice else { return Subject() }
    return Subject(commands: { app in
      app.job.map { index < $0.entries.count ? $0.entries[index].commands : [] } ?? []
    })
  }
}
