import Foundation

/// A terminal of a given size with a shell in it, on a tmux server that ends with this value.
public final class Screen {
  private let directory: TemporaryDirectory
  private let server: RunningProcess

  /// The shell has no start-up files, the prompt `$ `, and a working directory and a place for
  /// configuration of its own; nothing in it outlives two minutes.
  public init(columns: Int = 80, rows: Int = 24) throws {
    directory = try TemporaryDirectory()
    socket = directory.path.appending(path: "socket").path
    server = try RunningProcess(
      underTest: [
        "/usr/bin/timeout", "--kill-after=2", "120", "tmux", "-S", socket, "-f", "/dev/null", "-D",
      ])

    let place = directory.path.path
    let shell =
      "cd '\(place)'; env PS1='$ ' LC_ALL=C.UTF-8 XDG_CONFIG_HOME='\(place)' bash --norc --noprofile"
    let deadline = ContinuousClock.now + .seconds(10)
    while true {
      do {
        try tmux("-N", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", shell)
        return
      } catch let failure as TmuxFailure {
        guard ContinuousClock.now < deadline else { throw failure }
      }
    }
  }

  deinit {
    if (try? tmux("kill-server")) == nil { kill(server.id, SIGKILL) }
    server.wait()
  }

  private let socket: String

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

  /// Has the terminal send a text of any length at once.
  public func paste(_ text: String) throws {
    let file = directory.file("paste")
    try Data(text.utf8).write(to: file)
    try tmux("load-buffer", file.path)
    try tmux("paste-buffer", "-r")
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

  @discardableResult
  private func tmux(_ words: [String]) throws -> String {
    let command = try Command(
      ["tmux", "-S", socket] + words)
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
