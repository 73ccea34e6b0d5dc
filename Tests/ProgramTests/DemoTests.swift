import Demo
import Foundation
import LabKit
import Testing

/// Who opens the demo.
enum Person: CaseIterable {
  case whoeverTests
  case nobody

  /// The program, started as this person.
  var cnitop: String {
    switch self {
    case .whoeverTests: Project.cnitop
    case .nobody: "setpriv --reuid 65534 --regid 65534 --clear-groups \(Project.cnitop)"
    }
  }
}

/// One after the other: each is a whole node with a screen.
@Suite(
  .serialized, .needs(.programs(["tmux", "setpriv"])), .needs(.node), .needs(.otherUsers))
struct DemoTests {
  private let patience = 30.0
  private let prompt = #"(?m)^\$$"#

  @Test(arguments: Person.allCases) func opensInWriteModeOnPodsThatTalk(person: Person) throws {
    let screen = try Screen(columns: 120, rows: 36)
    try screen.run("\(person.cnitop) demo --pods 3")
    try screen.await("cnitop +demo +write", within: patience)
    try screen.press("2")
    try screen.await(#"default/web-7d9 +10\.22\.0\.2 "#, within: patience)
    try screen.await(#"default/web-7d9 .* [0-9.]+k"#, within: patience)
    try screen.press("q")
    try screen.await(prompt, within: patience)
  }

  @Test(arguments: Person.allCases, Scenario.all.map(\.name))
  func aScenarioIsSeenInItsViewAndCured(person: Person, name: String) throws {
    let scenario = try #require(Scenario.all.first { $0.name == name })
    let screen = try Screen(columns: 100, rows: 24)
    try screen.run("\(person.cnitop) demo --scenario \(name)")
    try screen.await("Scenario: \(name) .* step 1 of 2", within: patience)
    try screen.press("\(scenario.view.prefix(1))", "z")
    try screen.await(#"faults +[1-9]\d* of"#, within: patience)
    try screen.press("Space")
    try screen.await("The cure .* step 2 of 2", within: patience)
    try screen.press("Space")
    try screen.await("✓ The cure", within: patience)
    try screen.await("faults +0 of", within: patience)
    try screen.press("q")
    try screen.await(prompt, within: patience)
  }

  @Test(arguments: Person.allCases) func theLessonGoesToItsEndAndBack(person: Person) throws {
    let screen = try Screen(columns: 100, rows: 40)
    try screen.run("\(person.cnitop) demo --lesson")
    for step in 1...13 {
      try screen.await("step \(step) of 13", within: patience)
      try screen.press("Space")
    }
    try screen.await("all 13 steps done", within: patience)
    try screen.await("ping blue → 10.22.0.2: no answer", within: patience)
    try screen.press("Left")
    try screen.await("step 13 of 13", within: patience)
    try screen.await("✓ ping blue → 10.22.0.2: answered", within: patience)
    try screen.press("N")
    try screen.await("cnitop gc", within: patience)
    try screen.press("q")
    try screen.await(prompt, within: patience)
  }

  @Test func showsTheFailingPingWordForWordBeforeTheStepThatCuresIt() throws {
    let screen = try Screen(columns: 80, rows: 24)
    try screen.run("\(Project.cnitop) demo --lesson")
    try screen.await("step 1 of 13", within: patience)
    try screen.press("Space")
    try screen.await("✗ ping red → 127.0.0.1: Network is unreachable", within: patience)
    try screen.press("Space")
    try screen.await("✓ The loopback: ping red → 127.0.0.1: answered", within: patience)
    try screen.press("q")
    try screen.await(prompt, within: patience)
  }

  @Test func stopsAndGoesOnWithTheShell() throws {
    let screen = try Screen(columns: 80, rows: 24)
    try screen.run("\(Project.cnitop) demo --pods 3")
    try screen.await("web-7d9", within: patience)
    try screen.press("C-z")
    try screen.await("Stopped", within: patience)
    try screen.run("clear; fg")
    try screen.await("web-7d9", within: patience)
    try screen.press("q")
    try screen.await(prompt, within: patience)
  }

  @Test func leavesNothingOutsideAndNoProcessBehindWhenKilled() throws {
    let screen = try Screen(columns: 80, rows: 24)
    let scratch = try Command("mktemp", "-d").output.trimmingCharacters(in: .whitespacesAndNewlines)
    defer { _ = try? Command("rm", "-r", scratch) }
    try screen.run("sh -c 'echo $$ > \(scratch)/pid; exec \(Project.cnitop) demo --pods 3'")
    try screen.await("web-7d9", within: patience)
    for place in ["/run/netns/web-7d9", "/etc/cni/net.d/10-demo.conflist"] {
      #expect(!FileManager.default.fileExists(atPath: place))
    }
    let tree = """
      pid=$(cat \(scratch)/pid)
      while [ -n "$pid" ]; do echo "$pid"; pid=$(cat "/proc/$pid/task/$pid/children"); pid=${pid%% }; done
      """
    let processes = try Command("sh", "-c", tree).output.split(separator: "\n")
    #expect(processes.count == 3, "one outside, the first inside, and the screen")
    _ = try Command("kill", "-9", "\(try #require(processes.first))")
    try screen.await("illed", within: patience)  // where the cursor was
    let gone = processes.dropFirst().map { "while [ -e /proc/\($0)/exe ]; do :; done" }
    #expect(try Command("sh", "-c", gone.joined(separator: "\n")).exitCode == 0)
  }

  @Test func saysWhatThereIs() throws {
    let list = try Command(Project.cnitop, "demo", "--scenario", "?")
    #expect(list.output.split(separator: "\n").count == Scenario.all.count)
    let wrong = try Command(Project.cnitop, "demo", "--scenario", "nonsense")
    #expect(wrong.exitCode == 64)
    #expect(wrong.errors.contains("masquerade-missing"))
    let pipe = try Command(Project.cnitop, "demo")
    #expect(pipe.exitCode == 1)
    #expect(pipe.errors == "Error: standard input and output are not both a terminal\n")
  }
}
