import CLinux
import Glibc
import SystemPackage

/// Rights that this program has and whoever started it has not: by file capabilities, or by the set-user-id
/// or set-group-id bit.
///
/// Then everything the caller chooses (environment, paths, programs) is a stranger's.
public enum ElevatedPrivileges {
  public static var arePresent: Bool { clinux_has_raised_rights() != 0 }

  /// Goes on as whoever started this program. Called before there is a second thread.
  ///
  /// - Throws: if the kernel refuses even that.
  public static func drop() throws(FileFailure) {
    guard clinux_give_up_rights() == 0 else { throw .lastCall }
  }
}
