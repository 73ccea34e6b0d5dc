/// What a person asks of whoever does the wiring.
public enum WireRequest: Hashable, Sendable {
  /// Look what it takes; nothing is changed.
  case plan(WireOrder)
  case perform(WireOrder, WirePace)
  /// Do the step that waits.
  case goOn
  /// Do not; undo what was done.
  case stop
  /// Compare what was added with the kernel, each of these.
  case check([WireOrder])
}
