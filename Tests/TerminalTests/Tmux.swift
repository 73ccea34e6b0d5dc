import Foundation
import Testing

/// A tmux server of its own with one shell in it, ended with the value.
final class Tmux {
  private let socket = "cnitop-test-\(UUID().uuidString)"

  init(_ environment: [String: String] = [:]) throws {
    let settings = environment.flatMap { ["-e", "\($0)=\($1)"] }
    try run(
      ["-f", "/dev/null", "new-session", "-d", "-x", "90", "-y", "30"] + settings
        + ["-e", "SWIFT_BACKTRACE=enable=no", "-e", "LC_ALL=C.UTF-8", "-e", "PS1=$ ", "sh"])
  }

  deinit {
    _ = try? run(["kill-server"])
  }

  func type(_ text: String) throws {
    try run(["send-keys", "-l", text])
  }

  /// Has the terminal send a text that is too long for ``type(_:)``.
  func paste(_ text: String) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: socket)
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try run(["load-buffer", file.path])
    try run(["paste-buffer", "-r"])
  }

  func press(_ keys: String...) throws {
    try run(["send-keys"] + keys)
  }

  func resize(columns: Int, rows: Int) throws {
    try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  var screen: String {
    get throws { try run(["capture-pane", "-p"]) }
  }

  /// Whether the screen is the alternate one, the cursor shows, and the mouse is taken; a digit each.
  var modes: String {
    get throws {
      try run(["display-message", "-p", "#{alternate_on}#{cursor_flag}#{mouse_any_flag}"])
    }
  }

  /// Sends a signal to the program that the shell runs.
  func signal(_ name: String) throws {
    let shell = try run(["display-message", "-p", "#{pane_pid}"]).prefix { $0.isNumber }
    let children = try String(
      contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    for child in children.split(separator: " ") {
      try Self.output("kill", ["-\(name)", String(child)])
    }
  }

  /// Waits until the screen shows the text; gives up after ten seconds.
  func until(_ text: String) throws -> Bool {
    let end = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < end {
      if try screen.contains(text) { return true }
      usleep(20_000)
    }
    return false
  }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    try Self.output("tmux", ["-L", socket] + arguments)
  }

  /// Runs a program by popen: what a Process starts inherits its pipes, and a tmux server stays.
  @discardableResult
  private static func output(_ program: String, _ arguments: [String]) throws -> String {
    let quoted = arguments.map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    let command = ([program] + quoted).joined(separator: " ") + " 2>/dev/null </dev/null"
    let stream = unsafe try #require(popen(command, "re"))
    defer { unsafe pclose(stream) }
    var bytes: [UInt8] = []
    while case let byte = unsafe fgetc(stream), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
