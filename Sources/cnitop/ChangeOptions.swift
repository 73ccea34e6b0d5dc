import ArgumentParser
import Engine

/// How something is changed: at once, step by step, or on paper.
struct ChangeOptions: ParsableArguments {
  @Flag(help: "Print what would be done, as a script, and do nothing.")
  var plan = false

  @Flag(help: "Ask before each step; what was done is undone when you stop.")
  var step = false

  @Option(name: .shortAndLong, help: "With --plan: text or json.")
  var output: OutputFormat = .text

  func validate() throws {
    if plan, step { throw ValidationError("--plan does nothing that --step could ask about.") }
    if output == .json, !plan { throw ValidationError("-o json is for --plan.") }
  }

  func write(_ plan: ChainPlan) throws {
    switch output {
    case .text: try StandardOutput.writeLines(plan.script)
    case .json: try StandardOutput.write(json: plan.json)
    }
  }

  /// The runtime, with somebody who hears what it changes, and is asked before if so wished.
  func observed(_ runtime: Runtime) -> Runtime {
    var runtime = runtime
    runtime.observer = PlanObserver(hear: Self.tell)
    if step {
      runtime.observer.confirm = Self.ask
      runtime.observer.confirmCall = { words throws(StepFailure) in try Self.ask([words]) }
    }
    return runtime
  }

  private static func tell(_ progress: Progress) {
    let line: String
    switch progress {
    case .ended(let report) where report.hasChanged: line = "done: \(report.step.title)"
    case .undone(let step, let leftovers) where leftovers.isEmpty: line = "undone: \(step.title)"
    case .called(let words): line = "done: \(words)"
    // What fails, and what it leaves behind, is the command's error.
    case .planned, .began, .ended, .failed, .undone: return
    }
    try? StandardError.writeLine(line)
  }

  private static func ask(_ step: Step) throws(StepFailure) {
    try ask(["\(step.title): \(step.reason)"] + step.commands.map { "    \($0)" })
  }

  private static func ask(_ lines: [String]) throws(StepFailure) {
    for line in [""] + lines { try? StandardError.writeLine(line) }
    try? StandardError.writeLine("Enter does it, q and Enter stops:")
    guard let answer = readLine(), answer.isEmpty else { throw .stopped }
  }
}
