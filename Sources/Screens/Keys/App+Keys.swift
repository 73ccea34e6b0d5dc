import Quoting
public import TUI
import Topology

extension App {
  /// Does what a key asks on a screen of this size; what it cannot do itself is returned.
  public mutating func press(_ key: Key, size: Size) -> Effect? {
    prompt.notice = nil
    if let question = prompt.question {
      prompt.question = nil
      return question.answers.first { $0.key == key }?.effect
    }
    if prompt.palette != nil { return typeCommand(key, size: size) }
    if view == .wire, case .name(let network, let editor) = wire {
      return typeName(key, network: network, editor)
    }
    if prompt.editor != nil {
      type(key)
      return nil
    }
    guard let binding = bindings.first(where: { $0.keys.contains(key) }) else {
      return nil
    }
    if prompt.isHelping {
      prompt.isHelping = false
      if binding.action != .quit { return nil }
    }
    return perform(binding.action, size: size)
  }

  mutating func perform(_ action: Binding.Action, size: Size) -> Effect? {
    switch action {
    case .move(let step): move(.down, step, size)
    case .page(let step):
      grid.isActive ? moveCell(step * 256) : select(position + step * Layout(self, size).page)
    case .first: grid.isActive ? moveCell(-grid.cell) : select(0)
    case .last: grid.isActive ? moveCell(.max - grid.cell) : select(rows.count - 1)
    case .across(let step): move(.right, step, size)
    case .show(let view): show(view)
    case .nextPane: goToNextPane()
    case .open: open()
    case .back: back()
    case .otherEnd: goToOtherEnd()
    case .filter: prompt.editor = LineEditor(list.filter.text)
    case .next: select(rows.isEmpty ? 0 : (position + 1) % rows.count)
    case .previous: select(rows.isEmpty ? 0 : (position + rows.count - 1) % rows.count)
    case .sort: sortByNext()
    case .reverse: list.sort?.isAscending.toggle(); arrange()
    case .wide: form = (form + 1) % view.forms(self); rebuild()
    case .tree: settings.prefersTree.toggle()
    case .faults: list.isFaultsOnly.toggle(); arrange()
    case .freeze: toggleFreeze()
    case .time(let step): goThroughTime(step)
    case .visit: visitSelected()
    case .end: time.isLive ? select(rows.count - 1) : goLive()
    case .help: prompt.isHelping = true
    case .copyValue: return copy(copiedName)
    case .copyCommand: return copy(subject.commands(self).first)
    case .mouse:
      settings.takesMouse.toggle()
      return .takeMouse(takesMouse)
    case .notes: showsNotes.toggle()
    case .lesson(let turn): return .lesson(turn)
    case .theme:
      settings.theme = theme.next
      return .setTheme(theme)
    case .palette: openPalette()
    case .choose: return choose()
    case .nextStep: return goOnWiring()
    case .undo: return undoWiring()
    case .wire(let verb): return beginWith(verb)
    case .fit: return askWhichPodsFit()
    case .exports: openPalette("export ")
    case .repaint: return .repaint
    case .quit: return .quit
    }
    return nil
  }

  /// What is copied will be pasted: nothing in it may be obeyed there. A command stays as it is, for its
  /// words are quoted.
  private mutating func copy(_ text: String?) -> Effect? {
    guard let text = text?.cleaned else { return nil }
    prompt.notice = "copied: \(text)"
    return .copy(text)
  }

  private mutating func type(_ key: Key) {
    switch key {
    case .enter: prompt.editor = nil
    case .escape:
      prompt.editor = nil
      list.filter = Filter()
    default:
      _ = prompt.editor?.press(key)
      list.filter = Filter(prompt.editor?.text ?? "")
    }
    arrange()
  }

  private mutating func open() {
    if let selected, selected.isFolder { fold(!isUnfolded(selected)) } else { isOpen = true }
  }

  private mutating func back() {
    if view == .wire {
      leaveWiring()
    } else if isOpen {
      isOpen = false
    } else if grid.isActive {
      grid.isActive = false
    } else {
      list.filter = Filter()
      list.isFaultsOnly = false
      arrange()
    }
  }

  private mutating func sortByNext() {
    let next = (list.sort?.column ?? -1) + 1
    list.sort = next < columns.count ? Table<Row>.Sort(column: next) : nil
    arrange()
  }

  /// Shows a view, with what belongs to the selected pod selected.
  mutating func show(_ view: View, selecting target: RowID? = nil) {
    guard view != self.view || target != nil else { return }
    let (chosen, pod) = (selected, row?.namespace)
    self.view = view
    if view != .wire { settings.view = view }  // nobody begins with that
    (list.sort, isOpen, grid.isActive, form) = (nil, false, false, 0)
    list.filter = target == nil ? list.filter : Filter()
    selection.position = 0
    rebuild()
    let same = rows.firstIndex { $0.id == target ?? chosen }
    let related = target == nil && pod != nil ? rows.firstIndex { $0.namespace == pod } : nil
    if let index = same ?? related { select(index) }
  }

  /// What is copied of the selected row.
  var copiedName: String? {
    subject.name(self) ?? row?.cells.first.map { String($0.drop { $0 == " " }) }
  }

  /// Goes to the other end of what is selected, if it has one.
  private mutating func goToOtherEnd() {
    guard let place = subject.otherEnd(self) else { return }
    if let moment = place.moment { visit(moment: moment) }
    let index = place.view == view ? rows.firstIndex { $0.id == place.row } : nil
    if let index { select(index) } else { show(place.view, selecting: place.row) }
  }
}
