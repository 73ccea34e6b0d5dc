import Glibc

/// The processors of this machine.
public enum Processors {
  /// How many of them run now; at least 1.
  public static var count: Int { max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1) }
}
