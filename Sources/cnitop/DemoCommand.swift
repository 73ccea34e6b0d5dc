import ArgumentParser
import Demo
import Kernel
import Screens
import Terminal

struct DemoCommand: NodeCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "A private node full of pods, and the live screen on it; needs no root.",
    discussion: """
      Examples:
        cnitop demo
        cnitop demo --pods 200
        cnitop demo --scenario masquerade-missing
        cnitop demo --lesson

      The node lives in namespaces of its own and ends with the screen. Nothing outside it changes.

      A scenario breaks something; find it, then let space tell the cause and cure it:

      \(Scenario.all.map { "  \($0.name): \($0.symptom)" }.joined(separator: "\n"))

      The lesson wires a pod step by step: space does a step, the left arrow undoes one, N shows \
      notes for the one who teaches.
      """)

  @Option(help: "How many pods.")
  var pods = 6

  @Option(help: "What is broken; ? lists the scenarios.")
  var scenario: String?

  @Flag(help: "Wire a pod step by step, on a node without any.")
  var lesson = false

  func validate() throws {
    guard 0...DemoNode.mostPods ~= pods else {
      throw ValidationError("--pods takes 0 to \(DemoNode.mostPods).")
    }
    guard !lesson || scenario == nil else {
      throw ValidationError("--lesson has no --scenario.")
    }
    guard let scenario, scenario != "?" else { return }
    guard Scenario.all.contains(where: { $0.name == scenario }) else {
      let names = Scenario.all.map(\.name).joined(separator: ", ")
      throw ValidationError("There is no scenario \(scenario). There are: \(names).")
    }
    guard pods >= Scenario.fewestPods else {
      throw ValidationError("A scenario takes \(Scenario.fewestPods) pods or more.")
    }
  }

  var access: NodeAccess { .sandbox }

  func run() throws {
    if scenario == "?" {
      return try StandardOutput.writeLines(Scenario.all.map { "\($0.name): \($0.symptom)" })
    }
    guard StandardInput.isTerminal, StandardOutput.isTerminal else {
      throw TerminalFailure.notATerminal
    }
    if pods > 100 { try StandardError.writeLine("cnitop: wiring \(pods) pods") }
    try Sandbox.enter(hostName: "demo")
    var settings = SettingsFile.read()
    settings.view = .map
    var screen = try LiveScreen(mode: .writing, settings: settings, lesson: course())
    _ = try screen.run()
  }

  /// Makes the node, and what there is to tell of it.
  private func course() throws -> LessonCourse? {
    if lesson { return LessonCourse(.wiring(in: try Classroom())) }
    let node = try DemoNode(pods: pods)
    try TrafficGenerator.start()
    guard let scenario = Scenario.all.first(where: { $0.name == scenario }) else { return nil }
    try scenario.start(on: node)
    return LessonCourse(scenario.lesson(on: node))
  }
}
