import Foundation
public import SystemPackage

/// The files of a node in `Tests/Fixtures/node`; its README says where they came from.
public enum Fixture {
  public static let path = FilePath(#filePath)
    .removingLastComponent().removingLastComponent().appending("Fixtures/node")

  public static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path.appending(name).string)))
  }
}

extension Scratch {
  /// Puts a fixture here, under another name.
  public func write(_ name: String, fixture: String) throws {
    try write(name, try Fixture.bytes(fixture))
  }

  public func write(_ name: String, text: String) throws {
    try write(name, Array(text.utf8))
  }
}
