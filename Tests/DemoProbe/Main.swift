import Demo
import Inspection
import Kernel
import Topology

/// Goes through a scenario or the lesson on a private node, and says what it sees.
@main
enum Main {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    try Sandbox.enter(hostName: "demo")
    if words.first == "lesson" { return try goThroughLesson() }
    for scenario in Scenario.all where scenario.name == words.first {
      let node = try DemoNode(pods: 4)
      say("wired", try faults())
      try scenario.start(on: node)
      say("broken", try faults())
      walk(through: scenario.lesson(on: node))
      say("cured", try faults())
    }
  }

  private static func goThroughLesson() throws {
    let room = try Classroom()
    let before = try links()
    var course = walk(through: .wiring(in: room))
    say("faults at the end", try faults())
    for _ in 0..<course.moment.count { course.goBack() }
    print("back: \(try links() == before ? "as before" : "left: \(try links())")")
    if let failure = course.moment.failure { print("back: \(failure)") }
    for _ in 0..<course.moment.count { course.goOn() }
    print("again: \(course.moment.failure ?? "done")")
  }

  /// A line for each step: its number, and whether its ping is answered before and after.
  @discardableResult
  private static func walk(through lesson: Lesson) -> LessonCourse {
    var course = LessonCourse(lesson)
    for step in lesson.steps {
      while course.ask() {}
      let before = course.moment.before
      course.goOn()
      while course.ask() {}
      let after = course.moment.after ?? before
      let asExpected =
        before?.isAnswered == step.probe?.isAnsweredBefore
        && after?.isAnswered == step.probe?.isAnsweredAfter
      let error = course.moment.failure.map { " \($0)" } ?? ""
      print(
        "\(step.title): \(asExpected ? "as told" : "\(before as Any) \(after as Any)")\(error)")
    }
    return course
  }

  private static func say(_ moment: String, _ words: [String]) {
    print("\(moment): \(words.isEmpty ? "no fault" : words.joined(separator: ", "))")
  }

  private static func links() throws -> [String] {
    let topology = Topology(try Inspector().snapshot())
    return topology.namespaces.flatMap { namespace in
      [namespace.label.text] + namespace.interfaces.map(\.name)
    }
  }

  private static func faults() throws -> [String] {
    let topology = Topology(try Inspector().snapshot())
    let links = topology.namespaces.flatMap(\.interfaces)
    let states: [Allocation.State] = [.leaked, .suspect, .duplicate, .unleased]
    let allocations = topology.networks.flatMap(\.allocations).map(\.state).filter(states.contains)
    return topology.missingMasquerades.map { _ in "masquerade missing" }
      + (topology.lacksForwarding ? ["forwarding off"] : [])
      + allocations.map(\.rawValue)
      + links.filter { topology.smallerLimit(beyond: $0) != nil }.map { "mtu of \($0.name)" }
      + links.filter { $0.kind == "bridge" && !$0.isUp }.map { "\($0.name) off" }
      + topology.networks.filter { $0.nextAddress(inSet: 0) == nil }.map { _ in "full" }
      + topology.gaps.map(\.description)
  }
}
