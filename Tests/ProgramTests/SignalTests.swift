import LabKit
import Testing

/// The screen and every signal that ends a process: the terminal is given back, and the exit status is 128
/// and the signal's number.
@Suite(.needs(.programs(["tmux"])), .needs(.node)) struct SignalTests {
  private static let signals = [
    "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "USR1", "SEGV", "USR2", "PIPE",
    "ALRM",
    "TERM", "STKFLT", "XCPU", "XFSZ", "VTALRM", "PROF", "IO", "PWR", "SYS", "RTMIN", "RTMIN+7",
    "RTMAX",
  ]

  @Test(arguments: ["", " demo --pods 0"])
  func theTerminalIsGivenBackWhateverEndsTheScreen(command: String) throws {
    let screen = try Screen(columns: 80, rows: 40)
    let words = Self.signals.joined(separator: " ")
    try screen.run(
      """
      ulimit -c 0; before=$(stty -g); tty=$(tty); clear; for name in \(words); do \
      rm -f pid; (until [ -s pid ] && [ "$(stty -g <$tty)" != "$before" ]; do sleep 0.05; done; \
      kill -$name $(cat pid)) & \
      bash -c 'echo $$ >pid; exec \(Project.cnitop)\(command)' 2>/dev/null; status=$?; \
      [ "$(stty -g)" = "$before" ] && [ $((status - 128)) = $(kill -l $name) ] && \
      [ "$(tmux display -p '#{alternate_on}#{cursor_flag}#{mouse_any_flag}')" = 010 ] && \
      echo "$name is well"; done 2>/dev/null; echo 'the' 'end'
      """)
    let shown = try screen.await("the end", within: 90)
    let well = shown.split(separator: "\n").filter { $0.hasSuffix(" is well") }
      .map { String($0.dropLast(8)) }
    #expect(well == Self.signals)
  }
}
