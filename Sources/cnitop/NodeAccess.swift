import ArgumentParser
import Files
import Kernel

/// A command that says what it does to the node, and so with which rights it does it.
protocol NodeCommand: ParsableCommand {
  var access: NodeAccess { get }
}

/// What a command does to the node.
enum NodeAccess {
  /// It only looks, and does this besides: it keeps no right but those of looking.
  case readOnly(Confinement.Permissions)
  /// It runs programs that its caller names, and changes nothing itself.
  case plugins
  /// It changes the node, with all rights of its caller.
  case readWrite
  /// It makes a node of its own, as whoever may do that.
  case sandbox

  /// Called before there is a second thread.
  ///
  /// - Throws: ``ElevatedPrivilegesError`` for what is only done with rights of one's own.
  func enter() throws {
    switch self {
    case .readOnly(let allowed):
      Confinement.begin(
        allowing: ElevatedPrivileges.arePresent ? allowed.subtracting(.programs) : allowed)
    case .plugins:
      guard !ElevatedPrivileges.arePresent else { throw ElevatedPrivilegesError() }
      Confinement.begin(allowing: .programs)
    case .readWrite: guard !ElevatedPrivileges.arePresent else { throw ElevatedPrivilegesError() }
    case .sandbox: if ElevatedPrivileges.arePresent { try ElevatedPrivileges.drop() }
    }
  }
}

/// Rights that were given to the program, for anybody to look with.
struct ElevatedPrivilegesError: Error, CustomStringConvertible {
  var description: String {
    "with the rights lent to this program (setcap, setuid) it only looks; be root to do that"
  }
}
