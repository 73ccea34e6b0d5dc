import TUI

extension App {
  /// Whether characters go into a line that is being typed.
  public var isTyping: Bool {
    if question != nil { return false }
    if view == .wire, case .name = wire { return true }
    return palette != nil || editor != nil
  }

  /// Takes text into that line as a whole, however long it is.
  public mutating func type(_ text: String) {
    notice = nil
    if palette != nil {
      palette?.insert(text)
    } else if view == .wire, case .name(let network, var editor) = wire {
      editor.insert(text)
      wire = .name(network: network, editor)
    } else if editor != nil {
      editor?.insert(text)
      filter = Filter(editor?.text ?? "")
      arrange()
    }
  }
}
