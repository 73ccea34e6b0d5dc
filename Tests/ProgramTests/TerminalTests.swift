import LabKit
import Testing

@Suite(.needs(.programs(["tmux"])), .needs(.node)) struct TerminalTests {
  @Test func quittingGivesTheTerminalBack() throws {
    let screen = try Screen(columns: 80, rows: 24)
    try screen.await(prompt)
    let before = try settings(of: screen)

    try screen.run("\(Project.node) --idle -n 3 -- \(Project.cnitop)")
    try screen.await("cni0")
    try screen.press("q")
    try screen.await(prompt)

    #expect(try settings(of: screen) == before)
  }

  /// A line with nothing but the prompt.
  private let prompt = #"(?m)^\$$"#

  /// What stty(1) says of the terminal, on a screen cleared before.
  private func settings(of screen: Screen) throws -> String {
    try screen.run("clear; stty -a; echo settings' 'end")
    let shown = try screen.await("settings end(?s).*\n\\$")
    return String(shown.split(separator: "settings end")[0])
  }
}
