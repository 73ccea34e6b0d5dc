import Foundation
import SystemPackage

/// A program that ran to its end, or to its time limit.
public struct Command {
  public let exitCode: Int32
  public let output: String
  public let errors: String

  /// Runs a program found in `PATH`, or named by its path, and waits for it.
  ///
  /// At the time limit, in seconds, the program is ended and `exitCode` is 124, as timeout(1) says it.
  public init(
    _ words: String..., environment: [String: String] = [:], within seconds: Int = 20
  ) throws {
    try self.init(words, environment: environment, within: seconds)
  }

  public init(
    _ words: [String], environment: [String: String] = [:], within seconds: Int = 20
  ) throws {
    let directory = try TemporaryDirectory()
    let (output, errors) = (directory.file("output"), directory.file("errors"))
    exitCode = try RunningProcess(
      underTest: ["/usr/bin/timeout", "--kill-after=2", "\(seconds)"] + words, environment,
      output: output.path, errors: errors.path
    ).wait()
    self.output = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    self.errors = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
  }
}

extension RunningProcess {
  /// Starts a program without input, its output and errors in files that others may hold open after
  /// its end: nobody waits for them.
  ///
  /// Foundation's `Process` learns of the end from a socket that other programs, started at the same
  /// moment, may inherit: two tests can then wait for each other's servers for ever.
  init(
    underTest words: [String], _ environment: [String: String] = [:],
    output: String = "/dev/null", errors: String = "/dev/null"
  ) throws {
    let files = try [
      ("/dev/null", FileDescriptor.AccessMode.readOnly), (output, .writeOnly), (errors, .writeOnly),
    ]
    .map { path, mode in
      try FileDescriptor.open(FilePath(path), mode, options: .closeOnExec)
    }
    defer { for file in files { try? file.close() } }
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    try self.init(words, variables: variables, files: files)
  }
}

/// A directory that goes away with its owner.
final class TemporaryDirectory {
  let path: URL

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "cnitop-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: path)
  }

  /// An empty file of this name.
  func file(_ name: String) -> URL {
    let file = path.appending(path: name)
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    return file
  }
}
