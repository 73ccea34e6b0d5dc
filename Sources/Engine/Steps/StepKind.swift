/// What there is to say of one kind of step, and how it is done. Each is in a file of its own, named for the
/// case of ``Step``.
protocol StepKind: Hashable, Sendable {
  /// What it does, in a few words.
  var title: String { get }
  /// Why it is done, in one sentence.
  var reason: String { get }
  /// What it is about: names and addresses.
  var detail: String { get }
  /// That there was nothing to do.
  var alreadySo: String { get }
  /// What the kernel is asked for, or what is done to a file.
  var request: String { get }
  /// What a person would type for the same, one command a line.
  var commands: [String] { get }
  /// What a person would type to see whether it was done, one command a line.
  var checkCommands: [String] { get }
  /// How all that it may change is undone, in the order of its changes. What goes with an interface
  /// needs no undoing of its own.
  var undos: [Undo] { get }

  /// Does it. What it changes goes into `journal` at once.
  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome

  /// Looks whether what it does is so, whoever has done it.
  func check(on node: inout NodeExecutor) throws
}

extension StepKind {
  var alreadySo: String { "was there" }
  var undos: [Undo] { [] }
}

extension [String] {
  var listed: String { joined(separator: ", ") }
}
