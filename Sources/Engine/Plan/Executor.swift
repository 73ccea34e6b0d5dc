/// Whoever does what steps say: the node, or a test that writes it down.
public protocol Executor: ~Copyable {
  /// Does a step. What it changes goes into `journal` at once, so that a failure halfway can be undone.
  mutating func perform(
    _ step: Step, _ journal: inout [Undo]
  ) throws(StepFailure) -> StepReport.Outcome
  mutating func undo(_ undo: Undo) throws(StepFailure)
}

extension Plan {
  /// Does all of it, or undoes what it has done, the last first. `done` is what came before it, and
  /// stays.
  @discardableResult
  public func perform(
    with executor: inout some Executor & ~Copyable, before observer: PlanObserver = PlanObserver(),
    after done: [Step] = []
  ) throws(PlanFailure) -> [StepReport] {
    observer.hear(.planned(Plan(done + steps)))
    var reports: [StepReport] = []
    for step in steps {
      var journal: [Undo] = []
      do throws(StepFailure) {
        reports.append(try Self.take(step, with: &executor, &journal, before: observer))
      } catch {
        observer.hear(.failed(step, error))
        reports.append(StepReport(step: step, outcome: .changed, changes: journal))
        let leftovers = Self.undo(reports, with: &executor, before: observer)
        throw PlanFailure(step, error, leftovers: leftovers)
      }
    }
    return reports
  }

  /// Does as much of it as can be done, unless somebody stops it; what could not comes back. Addresses
  /// are not released while their interface is still there.
  public func performAll(
    with executor: inout some Executor & ~Copyable, before observer: PlanObserver = PlanObserver()
  ) -> [PlanFailure] {
    observer.hear(.planned(self))
    var failures: [PlanFailure] = []
    for step in steps {
      if step.releasesAddresses, failures.contains(where: \.step.deletesInterface) { continue }
      var journal: [Undo] = []
      do throws(StepFailure) {
        _ = try Self.take(step, with: &executor, &journal, before: observer)
      } catch {
        observer.hear(.failed(step, error))
        failures.append(PlanFailure(step, error))
        if error == .stopped { break }
      }
    }
    return failures
  }

  private static func take(
    _ step: Step, with executor: inout some Executor & ~Copyable, _ journal: inout [Undo],
    before observer: PlanObserver
  ) throws(StepFailure) -> StepReport {
    try observer.confirm?(step)
    observer.hear(.began(step))
    let outcome = try executor.perform(step, &journal)
    let report = StepReport(step: step, outcome: outcome, changes: journal)
    observer.hear(.ended(report))
    return report
  }

  /// Goes on past failures; a line for each. Addresses are not released while their interface is still
  /// there.
  static func undo(
    _ reports: [StepReport], with executor: inout some Executor & ~Copyable,
    before observer: PlanObserver = PlanObserver()
  ) -> [String] {
    var all: [String] = []
    var isInterfaceLeft = false
    for report in reports.reversed() where !report.changes.isEmpty {
      var leftovers: [String] = []
      for change in report.changes.reversed() {
        if isInterfaceLeft, case .release = change {
          leftovers.append("cannot \(change): the interface is still there")
          continue
        }
        do throws(StepFailure) {
          try executor.undo(change)
        } catch {
          leftovers.append("cannot \(change): \(error)")
          if case .deleteLink = change { isInterfaceLeft = true }
        }
      }
      observer.hear(.undone(report.step, leftovers: leftovers))
      all += leftovers
    }
    return all
  }
}

extension Step {
  fileprivate var releasesAddresses: Bool { if case .release = self { true } else { false } }
  fileprivate var deletesInterface: Bool { if case .deleteVeth = self { true } else { false } }
}
