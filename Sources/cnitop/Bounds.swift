import ArgumentParser
import Files
import Kernel

/// A command that says what it does to the node, and so with which rights it does it.
protocol BoundedCommand: ParsableCommand {
  var bounds: Bounds { get }
}

/// What a command does to the node.
enum Bounds {
  /// It only looks, and does this besides: it keeps no right but those of looking.
  case looking(Confinement.Allowance)
  /// It runs programs that its caller names, and changes nothing itself.
  case asking
  /// It changes the node, with all rights of its caller.
  case changing
  /// It makes a node of its own, as whoever may do that.
  case apart

  /// Called before there is a second thread.
  ///
  /// - Throws: ``RightsAreLent`` for what is only done with rights of one's own.
  func enter() throws {
    switch self {
    case .looking(let allowed):
      Confinement.begin(
        allowing: ElevatedPrivileges.arePresent ? allowed.subtracting(.programs) : allowed)
    case .asking:
      guard !ElevatedPrivileges.arePresent else { throw RightsAreLent() }
      Confinement.begin(allowing: .programs)
    case .changing: guard !ElevatedPrivileges.arePresent else { throw RightsAreLent() }
    case .apart: if ElevatedPrivileges.arePresent { try ElevatedPrivileges.drop() }
    }
  }
}

/// Rights that were given to the program, for anybody to look with.
struct RightsAreLent: Error, CustomStringConvertible {
  var description: String {
    "with the rights lent to this program (setcap, setuid) it only looks; be root to do that"
  }
}
