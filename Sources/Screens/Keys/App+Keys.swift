public import TUI
import Topology

extension App {
  /// Does what a key asks on a screen of this size; what it cannot do itself is returned.
  public mutating func press(_ key: Key, size: Size) -> Effect? {
    notice = nil
    if let question {
      self.question = nil
      return question.answers.first { $0.key == key }?.effect
    }
    if palette != nil { return typeCommand(key, size: size) }
    if view == .wire, case .name(let network, let editor) = wire {
      return typeName(key, network: network, editor)
    }
    if editor != nil {
      type(key)
      return nil
    }
    guard let binding = bindings.first(where: { $0.keys.contains(key) }) else {
      return nil
    }
    if isHelping {
      isHelping = false
      if binding.action != .quit { return nil }
    }
    return perform(binding.action, size: size)
  }

  mutating func perform(_ action: Binding.Action, size: Size) -> Effect? {
    switch action {
    case .move(let step): move(.down, step, size)
    case .page(let step):
      isInGrid ? moveCell(step * 256) : select(position + step * Layout(self, size).page)
    case .first: isInGrid ? moveCell(-cell) : select(0)
    case .last: isInGrid ? moveCell(.max - cell) : select(rows.count - 1)
    case .across(let step): move(.right, step, size)
    case .show(let view): show(view)
    case .nextPane: goToNextPane()
    case .open: open()
    case .back: back()
    case .otherEnd: goToOtherEnd()
    case .filter: editor = LineEditor(filter.text)
    case .next: select(rows.isEmpty ? 0 : (position + 1) % rows.count)
    case .previous: select(rows.isEmpty ? 0 : (position + rows.count - 1) % rows.count)
    case .sort: sortByNext()
    case .reverse: sort?.isAscending.toggle(); arrange()
    case .wide: isWide.toggle(); rebuild()
    case .tree: prefersTree.toggle()
    case .faults: isFaultsOnly.toggle(); arrange()
    case .freeze: toggleFreeze()
    case .time(let step): goThroughTime(step)
    case .visit: visitSelected()
    case .end: isLive ? select(rows.count - 1) : goLive()
    case .help: isHelping = true
    case .copyValue: return copy(value)
    case .copyCommand: return copy(commands.first)
    case .mouse:
      takesMouse.toggle()
      return .takeMouse(takesMouse)
    case .notes: showsNotes.toggle()
    case .lesson(let turn): return .lesson(turn)
    case .theme:
      theme = theme.next
      return .setTheme(theme)
    case .palette: openPalette()
    case .choose: return choose()
    case .nextStep: return goOnWiring()
    case .undo: return undoWiring()
    case .wire(let verb): return beginWith(verb)
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
    notice = "copied: \(text)"
    return .copy(text)
  }

  private mutating func type(_ key: Key) {
    switch key {
    case .enter: editor = nil
    case .escape:
      editor = nil
      filter = Filter()
    default:
      _ = editor?.press(key)
      filter = Filter(editor?.text ?? "")
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
    } else if isInGrid {
      isInGrid = false
    } else {
      filter = Filter()
      isFaultsOnly = false
      arrange()
    }
  }

  private mutating func sortByNext() {
    let next = (sort?.column ?? -1) + 1
    sort = next < columns.count ? Table<Row>.Sort(column: next) : nil
    arrange()
  }

  /// Shows a view, with what belongs to the selected pod selected.
  mutating func show(_ view: View, selecting rowID: RowID? = nil) {
    guard view != self.view || rowID != nil else { return }
    let (chosen, pod) = (selected, row?.namespace)
    self.view = view
    (sort, isOpen, isInGrid, isWide) = (nil, false, false, false)
    filter = rowID == nil ? filter : Filter()
    position = 0
    rebuild()
    let same = rows.firstIndex { $0.id == rowID ?? chosen }
    let related = rowID == nil && pod != nil ? rows.firstIndex { $0.namespace == pod } : nil
    if let index = same ?? related { select(index) }
  }
}
