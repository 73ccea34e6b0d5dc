import Kernel
import Quoting
import SystemPackage

enum StandardInput {
  static var isTerminal: Bool { Environment.isTerminal(.standardInput) }
}

/// Standard error, a line at a time. Nothing else in this program writes to it, and no line leaves it
/// with anything in it that a terminal would obey.
enum StandardError {
  static func writeLine(_ line: String) throws {
    try FileDescriptor.standardError.writeAll(Array((line.cleaned + "\n").utf8))
  }
}

/// Standard output, written without a buffer: each line is out when it is written. As with standard error,
/// what a terminal would obey is written as a sign for it.
enum StandardOutput {
  static var isTerminal: Bool { Environment.isTerminal(.standardOutput) }

  static func writeLine(_ line: String) throws {
    try write(Array((line.cleaned + "\n").utf8))
  }

  static func writeLines(_ lines: [String]) throws {
    for line in lines { try writeLine(line) }
  }

  /// A JSON text, its own or a plugin's: what a terminal would obey becomes an escape in it.
  static func write(json: [UInt8]) throws {
    try write(json.shownJSON)
  }

  private static func write(_ bytes: [UInt8]) throws {
    do {
      try FileDescriptor.standardOutput.writeAll(bytes)
    } catch let code as Errno {
      throw KernelError("write to standard output", .refused(code))
    }
  }
}
