/// Why there is no screen to draw on, and a way out.
public enum TerminalFailure: Error, Equatable, CustomStringConvertible {
  case notATerminal
  case noType
  case unknownType(String)
  case noDatabase
  case noCursor(String)

  public var description: String {
    switch self {
    case .notATerminal:
      "standard input and output are not both a terminal"
    case .noType:
      "TERM is not set, so the kind of terminal is unknown; try TERM=xterm"
    case .unknownType(let type):
      "no terminfo entry for TERM=\(type); install the package ncurses-term, or try TERM=xterm"
    case .noDatabase:
      "there is no terminfo database; install the package ncurses-base, or try TERM=xterm"
    case .noCursor(let type):
      "a terminal of TERM=\(type) cannot place its cursor; try TERM=xterm"
    }
  }
}
