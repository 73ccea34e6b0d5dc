/// Whoever does what steps say: the node, or a test that writes it down.
public protocol Executor: ~Copyable {
  /// Does a step. What it changes goes into `journal` at once, so that a failure halfway can be undone.
  mutating func perform(_ step: Step, _ journal: inout [Undo]) throws(StepFailure)
  mutating func undo(_ undo: Undo) throws(StepFailure)
}

extension Plan {
  /// Does all of it, or undoes what it has done, the last first.
  @discardableResult
  public func perform(
    with executor: inout some Executor & ~Copyable, before company: Company = Company()
  ) throws(PlanFailure) -> [StepReport] {
    var reports: [StepReport] = []
    for step in steps {
      var journal: [Undo] = []
      do throws(StepFailure) {
        try company.agree(step)
        try executor.perform(step, &journal)
      } catch {
        let changes = reports.flatMap(\.changes) + journal
        let leftovers = Self.undo(changes, with: &executor)
        throw PlanFailure(step, error, leftovers: leftovers)
      }
      reports.append(StepReport(step: step, changes: journal))
    }
    for report in reports where report.hasChanged { company.hear(report.step.title) }
    return reports
  }

  /// Does as much of it as can be done, unless somebody stops it; what could not comes back.
  public func performAll(
    with executor: inout some Executor & ~Copyable, before company: Company = Company()
  ) -> [PlanFailure] {
    var failures: [PlanFailure] = []
    for step in steps {
      var journal: [Undo] = []
      do throws(StepFailure) {
        try company.agree(step)
        try executor.perform(step, &journal)
        company.hear(step.title)
      } catch {
        failures.append(PlanFailure(step, error))
        if error == .stopped { break }
      }
    }
    return failures
  }

  /// Goes on past failures; a line for each.
  static func undo(
    _ changes: [Undo], with executor: inout some Executor & ~Copyable
  ) -> [String] {
    var leftovers: [String] = []
    for change in changes.reversed() {
      do throws(StepFailure) {
        try executor.undo(change)
      } catch {
        leftovers.append("cannot \(change): \(error)")
      }
    }
    return leftovers
  }
}
