import TUI

extension App {
  /// Whether characters go into a line that is being typed.
  public var isTyping: Bool {
    if prompt.question != nil { return false }
    if view == .wire, case .name = wire { return true }
    return prompt.palette != nil || prompt.editor != nil
  }

  /// Takes text into that line as a whole, however long it is.
  public mutating func type(_ text: String) {
    prompt.notice = nil
    if prompt.palette != nil {
      prompt.palette?.insert(text)
    } else if view == .wire, case .name(let network, var editor) = wire {
      editor.insert(text)
      wire = .name(network: network, editor)
    } else if prompt.editor != nil {
      prompt.editor?.insert(text)
      list.filter = Filter(prompt.editor?.text ?? "")
      arrange()
    }
  }
}
