/// Something that is broken on the demo node, and how it is cured.
public struct Scenario: Sendable {
  public let name: String
  /// What people complain of.
  public let symptom: String
  /// Which view shows it.
  public let view: String
  /// What was wrong.
  public let cause: String
  /// What a person would type, a command a line.
  public let cure: [String]
  /// More to say once it is found.
  public let notes: String
  var probe: Probe?
  let damage: @Sendable (DemoNode) throws -> Void
  let repair: @Sendable (DemoNode) throws -> Void

  public static let all: [Scenario] = [
    .masqueradeMissing, .forwardingOff, .leakedLease, .duplicateAddress, .mtuMismatch,
    .bridgeDown, .rangeFull,
  ]

  /// Scenarios break things between pods: with fewer there is nothing to see.
  public static let fewestPods = 3

  /// Breaks it.
  public func start(on node: DemoNode) throws { try damage(node) }

  /// Told in two steps: what is complained of, and the cure.
  public func lesson(on node: DemoNode) -> Lesson {
    let (damage, repair) = (damage, repair)
    var puzzle = LessonStep(
      title: name, sentence: "\(symptom) What is wrong? Look at \(view).",
      notes: "z shows only what is wrong. The next step tells the cause, and the one after that "
        + "cures it.", perform: nil)
    puzzle.probe = probe
    puzzle.probe?.isAnsweredAfter = false
    let answer = LessonStep(
      title: "The cure", sentence: cause, commands: cure, notes: notes, probe: probe,
      perform: {
        try repair(node)
        return { try damage(node) }
      })
    return Lesson(title: "Scenario", steps: [puzzle, answer], end: "Cured.")
  }
}
