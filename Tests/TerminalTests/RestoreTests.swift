import Foundation
import Testing

/// The probe in a real terminal, ended in every way there is.
@Suite struct RestoreTests {
  static let probe =
    Bundle.main.executableURL.map {
      $0.deletingLastPathComponent().appending(path: "TerminalProbe").path
    } ?? ""

  enum Ending: String, CaseIterable {
    case key = "q"
    case interrupt = "C-c"
    case crash = "!"
    case quit = "C-\\"
  }

  @Test(arguments: Ending.allCases)
  func givesTheTerminalBackAfter(_ ending: Ending) throws {
    let tmux = try Self.begin()
    try tmux.press(ending.rawValue)
    try expectRestored(tmux)
  }

  @Test(arguments: ["TERM", "HUP", "INT", "SEGV", "ABRT", "BUS", "FPE", "ILL", "TRAP"])
  func givesTheTerminalBackAfterSignal(_ name: String) throws {
    let tmux = try Self.begin()
    try tmux.signal(name)
    try expectRestored(tmux)
  }

  @Test func stopsAndComesBack() throws {
    let tmux = try Self.begin()
    try tmux.press("C-z")
    try expectRestored(tmux)
    try tmux.type("fg; echo ag''ain")
    try tmux.press("Enter")
    #expect(try tmux.until("said: resumed"))
    try tmux.press("q")
    try expectRestored(tmux, after: "again")
  }

  static func begin() throws -> Tmux {
    let tmux = try Tmux()
    try tmux.type("set -m; before=$(stty -g); \(probe); echo ov''er")
    try tmux.press("Enter")
    #expect(try tmux.until("said: ready"))
    return tmux
  }

  private func expectRestored(_ tmux: Tmux, after sign: String = "over") throws {
    #expect(try tmux.until(sign))
    try tmux.type("[ \"$before\" = \"$(stty -g)\" ] && echo same set\"tings\"")
    try tmux.press("Enter")
    #expect(try tmux.until("same settings"))
    #expect(try tmux.modes == "010\n")
  }
}
