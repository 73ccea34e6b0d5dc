import Foundation
import Hex
import Netlink

/// What a real kernel sent, from `Tests/Fixtures`: whole messages, with the commands that led to them.
struct Recording: CustomStringConvertible {
  let name: String
  let bytes: [UInt8]

  var description: String { name }

  init(_ name: String) throws {
    self.name = name
    let file = Self.directory.appending(path: "\(name).hex")
    bytes = hex(try String(contentsOf: file, encoding: .utf8))
  }

  static func all() throws -> [Recording] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
      .filter { $0.hasSuffix(".hex") }.map { try Recording(String($0.dropLast(4))) }
  }

  /// What `read` makes of each message.
  func read<Value>(_ read: (borrowing Message) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    var messages = MessageReader(bytes.span)
    while let message = try messages.next() { values.append(try read(message)) }
    return values
  }

  private static let directory = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/linux-6.18")
}
