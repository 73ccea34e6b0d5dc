import Foundation
import Testing

/// What is said where there is no screen.
@Suite struct FailureTests {
  @Test(arguments: [
    ("TERM= ", "TERM is not set"), ("TERM=no-such-thing ", "ncurses-term"),
    ("TERM=dumb ", "TERM=dumb cannot place its cursor"), ("cat | ", "not both a terminal"),
  ])
  func saysWhyNot(_ before: String, _ text: String) throws {
    let tmux = try Tmux()
    try tmux.type("\(before)\(RestoreTests.probe)")
    try tmux.press("Enter")
    #expect(try tmux.until("no screen: "))
    #expect(try tmux.screen.replacing("\n", with: "").contains(text))
  }
}
