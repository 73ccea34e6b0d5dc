import CLinux
import Files
import Glibc
import SystemPackage

/// The process between us and a program: it ends whatever the program leaves behind, and all of them when
/// it is told to or when we are gone.
struct Subreaper {
  private let id: pid_t

  init(
    running program: borrowing Program, _ words: [String], _ variables: [String: String],
    files: [Int32], report: Int32, _ access: ChildProcess.FileAccess
  ) throws(KernelError) {
    let number = program.rawValue
    id = unsafe withCStrings([program.path] + words) { words in
      unsafe withCStrings(variables.map { "\($0)=\($1)" }) { variables in
        unsafe clinux_run(
          number, words, variables, files, report, access == .readOnly ? 1 : 0)
      }
    }
    guard id > 0 else { throw .lastCall("run \(program.path)") }
  }

  /// Has all of them ended, and waits until that is done, but for no process that the kernel holds.
  func end(once report: Int32) {
    kill(id, SIGTERM)
    var byte: UInt8 = 0
    let deadline = ContinuousClock.now + .seconds(2)
    while ContinuousClock.now < deadline {
      let left = ContinuousClock.now.duration(to: deadline)
      guard Kernel.wait(for: [(report, .readable)], timeout: left) == [true] else {
        continue
      }
      if retrying({ unsafe read(report, &byte, 1) }) <= 0 { return }
    }
    kill(id, SIGKILL)
  }

  /// The program's exit code: 128 and the signal's number if one ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
  }
}

/// Lends texts as C wants them, with a null pointer behind the last.
private func withCStrings<Value>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
) -> Value {
  let copies = unsafe texts.map { unsafe strdup($0) }
  defer { unsafe copies.forEach { unsafe free($0) } }
  return unsafe body(copies + [nil])
}
