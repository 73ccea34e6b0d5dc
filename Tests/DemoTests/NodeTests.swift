import LabKit
import Testing

/// The demo's node with the real kernel, in a sandbox of its own each.
@Suite(.needs(.node)) struct NodeTests {
  @Test(arguments: [
    ("masquerade-missing", "masquerade missing, masquerade missing"),
    ("forwarding-off", "forwarding off"), ("leaked-lease", "leaked, leaked, leaked"),
    ("duplicate-address", "duplicate"), ("mtu-mismatch", "mtu of eth0"),
    ("bridge-down", "cni0 off"), ("range-full", "full"),
  ]) func aScenarioBreaksOneThingAndItsCureCuresIt(name: String, fault: String) throws {
    #expect(
      try lines(name) == [
        "wired: no fault", "broken: \(fault)", "\(name): as told", "The cure: as told",
        "cured: no fault",
      ])
  }

  @Test func theLessonWiresAPodAndEveryStepCanBeTakenBack() throws {
    let steps = [
      "The namespace", "The loopback", "The bridge", "The cable", "Plug it in", "The lease",
      "The address", "The gateway", "The route", "Forwarding", "The masquerade", "A second pod",
      "DEL",
    ]
    #expect(
      try lines("lesson") == steps.map { "\($0): as told" } + [
        "faults at the end: no fault", "back: as before", "again: done",
      ])
  }

  private func lines(_ word: String) throws -> [String] {
    let run = try Command(Project.demoProbe, word, within: 60)
    #expect(run.errors == "")
    return run.output.split(separator: "\n").map(String.init)
  }
}
