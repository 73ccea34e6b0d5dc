/// What happens while a network's plugins are called.
public enum Progress: Hashable, Sendable {
  /// What is about to be done, with the addresses and names chosen for it. It comes again, with what
  /// is done at its beginning, when another IPAM plugin has answered.
  case planned(Plan)
  case began(Step)
  /// A step is done, or there was nothing to do.
  case ended(StepReport)
  case failed(Step, StepFailure)
  /// A step that was done is no more, but for the leftovers, one line each.
  case undone(Step, leftovers: [String])
  /// Another program was called, as in `ADD of portmap`.
  case called(String)
}
