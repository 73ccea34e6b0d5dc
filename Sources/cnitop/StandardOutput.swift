import Glibc

/// Standard output, written without a buffer: each line is out when it is written.
enum StandardOutput {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  static func writeLine(_ line: String) {
    write(Array(line.utf8) + [UInt8(ascii: "\n")])
  }

  /// Ends the process when nobody reads any more, as SIGPIPE would.
  static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { exit(1) }
      rest = rest.dropFirst(count)
    }
  }
}
