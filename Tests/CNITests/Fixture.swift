import Files
import Foundation
import SystemPackage
import TestKit

/// The files in `Fixtures`.
enum Fixture {
  static let path = FilePath(#filePath).removingLastComponent().appending("Fixtures")

  static func bytes(_ name: String) throws -> [UInt8] {
    try File(path.appending(name), limit: 1 << 20).bytes
  }
}

extension Scratch {
  /// Puts a fixture here, under another name.
  func write(_ name: String, fixture: String) throws {
    try write(name, try Fixture.bytes(fixture))
  }

  func write(_ name: String, text: String) throws {
    try write(name, Array(text.utf8))
  }
}
