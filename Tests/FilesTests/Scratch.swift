import Foundation
import SystemPackage

/// A directory of the test's own, removed with the last reference to it.
final class Scratch: Sendable {
  let path: FilePath

  init() throws {
    path = FilePath(NSTemporaryDirectory()).appending("cnitop-\(UUID())")
    try FileManager.default.createDirectory(atPath: path.string, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path.string) }

  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    let file = path.appending(name)
    try FileManager.default.createDirectory(
      atPath: file.removingLastComponent().string, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file.string))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path.appending(name).string, withDestinationPath: target)
  }

  func makeDirectory(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path.appending(name).string, withIntermediateDirectories: true)
  }

  func makeFifo(_ name: String) {
    _ = unsafe mkfifo(path.appending(name).string, 0o644)
  }

  /// A file of this size that takes no space.
  func makeSparse(_ name: String, bytes: Int) throws {
    try write(name, [])
    _ = unsafe truncate(path.appending(name).string, bytes)
  }
}
