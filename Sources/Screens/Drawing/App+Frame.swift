public import TUI
import Export
import Topology

extension App {
  public static let smallest = Size(rows: 10, columns: 40)

  /// What the screen should look like.
  public func frame(_ size: Size) -> Frame {
    var frame = Frame(size)
    guard size.rows >= Self.smallest.rows, size.columns >= Self.smallest.columns else {
      frame.writeCentered(
        "cnitop needs 40x10, this is \(size.columns)x\(size.rows)", in: frame.region)
      return frame
    }
    let layout = Layout(self, size)
    drawHeader(on: &frame)
    drawTabs(on: &frame)
    if let line = layout.gaps { drawGaps(on: &frame, in: line) }
    drawList(layout, on: &frame)
    if let area = layout.detail { drawDetail(on: &frame, in: area) }
    if let area = layout.events { drawEvents(on: &frame, in: area) }
    if let area = layout.lesson { lessonPanel?.draw(on: &frame, in: area) }
    drawFooter(on: &frame, in: layout.footer)
    if prompt.isHelping { drawHelp(on: &frame, in: layout.body) }
    prompt.question?.draw(on: &frame, in: layout.body)
    return frame
  }

  /// What is in sight on a screen of this size, and so worth counting.
  public func interest(_ size: Size) -> Interest {
    var interest = time.isLive ? view.interest : Interest()
    let layout = Layout(self, size)
    let first = layout.list.map(table.firstRow) ?? position
    let isWhole = view.picture?(self, layout) != nil
    let visible =
      isWhole ? rows[...] : rows[min(first, rows.count)...].prefix(layout.list?.rows ?? 1)
    for row in visible + (row.map { [$0] } ?? []) {
      switch row.flow {
      case .none: continue
      case .interface(let id): interest.interfaces.insert(id)
      case .pod(let inside, let outside):
        if let id = outside ?? inside { interest.interfaces.insert(id) }
      case .rules(let ids, _): interest.chains.formUnion(ids.map(\.chain))
      }
    }
    return interest
  }

  var table: Table<Row> {
    Table(
      columns, rows: rows, selection: rows.isEmpty ? nil : position, sort: list.sort,
      empty: emptiness,
      isHeading: \.isHeading)
  }

  private var emptiness: String {
    if !list.all.isEmpty {
      return list.isFaultsOnly ? "Nothing is wrong here." : "Nothing matches the filter."
    }
    return shown.topology.isNothing ? "Reading the node…" : view.empty(self)
  }

  private func drawList(_ layout: Layout, on frame: inout Frame) {
    guard let list = layout.list else { return }
    if let plan = view.picture?(self, layout) {
      MapDrawing(plan: plan, shown: shown, selected: selected).draw(on: &frame)
      if shown.topology.otherNamespaces.isEmpty {
        let area = layout.canvas.inset(top: layout.canvas.rows / 2)
        frame.writeCentered(view.empty(self), in: area.inset(left: 4, right: 4))
      }
      return
    }
    Box(view.heading?(self) ?? view.title).draw(on: &frame, in: layout.canvas)
    table.draw(on: &frame, in: list)
    if let area = layout.pane { view.pane?.draw(self, &frame, area) }
  }

  private func drawEvents(on frame: inout Frame, in area: Region) {
    let inside = Box("Events").draw(on: &frame, in: area).inset(left: 1)
    let past = time.history.events.reversed().lazy.filter { !isYetToCome($0) }.prefix(inside.rows)
    for (row, change) in past.map(\.change).enumerated() {
      frame.write(change.line(offset: clockOffset), row: row, style: change.kind.style, in: inside)
    }
    if past.isEmpty { frame.write("Nothing has changed yet.", style: .dim, in: inside) }
  }

  private func drawHelp(on frame: inout Frame, in area: Region) {
    frame.fill(area)
    let inside = Box("Keys of \(view.title)", note: "any key closes").draw(on: &frame, in: area)
    let entries = bindings.filter { !$0.help.isEmpty }
      .map { HelpList.Entry($0.keys, $0.help) }
    let digits = View.all.map { "\($0.digit)" }
    let views = HelpList.Entry(
      "\(digits.first ?? "")…\(digits.last ?? "")", "the views, as their tabs say")
    HelpList(entries + [views]).draw(on: &frame, in: inside.inset(left: 1))
  }
}
