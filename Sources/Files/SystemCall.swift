import Glibc
public import SystemPackage

extension Errno {
  /// The calling thread's `errno`: why the system call before failed.
  public static var current: Errno { Errno(rawValue: errno) }
}

extension FileFailure {
  /// The system call before failed.
  static var lastCall: FileFailure { .refused(.current) }
}

/// Makes a system call again for as long as a signal interrupts it.
public func retrying(_ call: () -> Int) -> Int {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
