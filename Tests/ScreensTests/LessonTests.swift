import TUI
import Screens
import Testing
import TestKit
import Topology
import TopologyKit

struct LessonTests {
  private let size = Size(rows: 24, columns: 80)

  private let bridge = LessonState(
    title: "Lesson: The bridge", progress: "step 3 of 13",
    sentence: "A bridge is a switch made of software: what is plugged into it can talk to "
      + "everything else that is.",
    commands: ["ip link add name cni0 type bridge", "ip link set dev cni0 up"],
    notes: "It learns MAC addresses as a switch in a rack does.",
    outcome: .init("The loopback: ping red → 127.0.0.1: answered after 0.05 ms", .good),
    question: .init("ping red → 10.22.0.1: Network is unreachable", .bad))

  private var app: App {
    var app = App(.small)
    app.see(lesson: bridge)
    return app
  }

  @Test func tellsAStepUnderTheView() throws {
    try expectSnapshot(app.frame(size), "lesson")
  }

  @Test func showsNotesOnAKey() throws {
    var app = app
    #expect(!app.frame(size).text.contains("a switch in a rack"))
    #expect(app.press("N", size: size) == nil)
    #expect(app.frame(size).text.contains("a switch in a rack"))
  }

  @Test(arguments: [(Key.character(" "), LessonTurn.next), (.right, .next), (.left, .back)])
  func keysOfTheLessonTakeTheirPlace(key: Key, turn: LessonTurn) {
    var app = app
    #expect(app.press(key, size: size) == .lesson(turn))
  }

  @Test func withoutALessonItsKeysAreThoseOfTheView() {
    var app = App(.small)
    #expect(app.press(" ", size: size) == nil)
    #expect(app.frame(size).text.contains("FROZEN"))
  }

  @Test func everySmallScreenHasRoomForThePanel() {
    for rows in 10...30 {
      let frame = app.frame(Size(rows: rows, columns: 60))
      #expect(frame.text.contains("The bridge"))
    }
  }
}
