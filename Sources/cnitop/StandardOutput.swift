import Cells
import Glibc
import Kernel
import SystemPackage

enum StandardInput {
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }
}

/// Standard error, a line at a time.
enum StandardError {
  static func writeLine(_ line: String) throws {
    try FileDescriptor.standardError.writeAll(Array(line.utf8) + [UInt8(ascii: "\n")])
  }
}

/// Standard output, written without a buffer: each line is out when it is written.
enum StandardOutput {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  static func writeLine(_ line: String) throws {
    try write(Array(line.utf8) + [UInt8(ascii: "\n")])
  }

  /// Each without what a terminal would obey.
  static func writeLines(_ lines: [String]) throws {
    for line in lines { try writeLine(line.cleaned) }
  }

  static func write(_ bytes: [UInt8]) throws {
    do {
      try FileDescriptor.standardOutput.writeAll(bytes)
    } catch let code as Errno {
      throw KernelError("write to standard output", .refused(code))
    }
  }
}
