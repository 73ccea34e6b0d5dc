import Foundation

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

    exitCode = try Child(
      ["/usr/bin/timeout", "--kill-after=2", "\(seconds)"] + words, environment: environment,
      output: output.path, errors: errors.path
    ).wait()
    self.output = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    self.errors = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
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
