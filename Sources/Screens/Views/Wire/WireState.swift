import TUI
import Engine
import Topology

/// How far a person is with wiring something.
enum WireState: Sendable {
  /// Networks to attach to, attachments to take down.
  case start
  /// Which network a pod shall be attached to.
  case network(for: NamespaceID)
  /// Which of its attachments a pod shall lose.
  case attachment(of: NamespaceID)
  /// Which namespace shall be attached to a network.
  case place(network: String)
  /// What the new namespace shall be called.
  case name(network: String, LineEditor)
  case job(WireJob)
}

/// A row that can be chosen while something is wired.
enum WireChoice: Hashable, Sendable {
  case network(String)
  case attachment(Container.Attachment, NamespaceID)
  case namespace(NamespaceID)
  case newNamespace
  case entry(Int)
}
