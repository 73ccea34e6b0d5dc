import Foundation

/// A terminal of a given size, with a shell in it: a tmux server of its own, gone with this value.
public final class Screen {
  private let directory: TemporaryDirectory

  /// The shell of the screen has no start-up files and the prompt `$ `.
  public init(columns: Int = 80, rows: Int = 24) throws {
    directory = try TemporaryDirectory()
    let shell = "env PS1='$ ' LC_ALL=C.UTF-8 bash --norc --noprofile"
    try tmux("-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", shell)
  }

  deinit {
    _ = try? tmux("kill-server")
  }

  /// The text on the screen now, without trailing spaces.
  public var text: String {
    get throws { try tmux("capture-pane", "-p") }
  }

  /// Types a line into the shell.
  public func run(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Types text as it is.
  public func type(_ text: String) throws {
    try tmux("send-keys", "-l", "--", text)
  }

  /// Presses keys by their tmux names: `q`, `Enter`, `Escape`, `Down`, `C-c`.
  public func press(_ keys: String...) throws {
    try tmux(["send-keys", "--"] + keys)
  }

  public func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Waits for a screen that matches a regular expression, and returns it.
  ///
  /// - Throws: `NeverShown`, with the last screen, after so many seconds.
  @discardableResult
  public func await(_ pattern: String, within seconds: Double = 10) throws -> String {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var shown = ""
    repeat {
      shown = try text
      if shown.range(of: pattern, options: .regularExpression) != nil { return shown }
    } while ContinuousClock.now < deadline
    throw NeverShown(pattern: pattern, screen: shown)
  }

  @discardableResult
  private func tmux(_ words: String...) throws -> String {
    try tmux(words)
  }

  /// `new-session` leaves a server behind, which must not be ended with the command: no time limit
  /// kills it, since timeout(1) waits only for tmux itself.
  @discardableResult
  private func tmux(_ words: [String]) throws -> String {
    let command = try Command(
      ["tmux", "-S", directory.path.appending(path: "socket").path] + words)
    guard command.exitCode == 0 else { throw TmuxFailure(words: words, errors: command.errors) }
    return command.output
  }
}

/// What a test waited for did not come.
public struct NeverShown: Error, CustomStringConvertible {
  public let pattern: String
  public let screen: String

  public var description: String { "never on the screen: \(pattern)\nlast seen:\n\(screen)" }
}

struct TmuxFailure: Error {
  let words: [String]
  let errors: String
}
