import Foundation
public import SystemPackage

/// A directory of the test's own, removed with the last reference to it.
public final class Scratch: Sendable {
  public let path: FilePath

  public init() throws {
    path = FilePath(NSTemporaryDirectory()).appending("cnitop-\(UUID())")
    try FileManager.default.createDirectory(atPath: path.string, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path.string) }

  public func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    let file = path.appending(name)
    try FileManager.default.createDirectory(
      atPath: file.removingLastComponent().string, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file.string))
  }

  public func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path.appending(name).string, withDestinationPath: target)
  }

  public func makeDirectory(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path.appending(name).string, withIntermediateDirectories: true)
  }

  public func makeFifo(_ name: String) {
    _ = unsafe mkfifo(path.appending(name).string, 0o644)
  }

  /// A file of this size that takes no space.
  public func makeSparse(_ name: String, bytes: Int) throws {
    try write(name, [])
    _ = unsafe truncate(path.appending(name).string, bytes)
  }
}
