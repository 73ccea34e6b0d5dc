import Foundation
import Hex
public import Netlink

/// What a real kernel sent: whole messages or tables, with the commands that led to them.
public struct Recording: CustomStringConvertible, Sendable {
  public let name: String
  public let bytes: [UInt8]

  public var description: String { name }

  /// Where recordings are below `Tests`.
  public enum Kind: String, Sendable {
    case route = "Fixtures/linux-6.18"
    case netfilter = "Fuzz/Corpus/netfilter"
    /// A byte for the family, the answer to `IPT_SO_GET_INFO`, and the entries.
    case legacyTable = "Fuzz/Corpus/legacy-table"
    /// Likewise, with a rule for each extension of iptables.
    case extensions = "Fixtures/legacy-extensions"
  }

  public init(_ name: String, of kind: Kind = .route) throws {
    self.name = name
    let file = Self.tests.appending(path: "\(kind.rawValue)/\(name).hex")
    bytes = hex(try String(contentsOf: file, encoding: .utf8))
  }

  public static func all(_ kind: Kind = .route) throws -> [Recording] {
    let directory = tests.appending(path: kind.rawValue)
    return try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
      .filter { $0.hasSuffix(".hex") }.map { try Recording(String($0.dropLast(4)), of: kind) }
  }

  /// What `read` makes of each message but the one that ends a list.
  public func read<Value>(_ read: (borrowing Message) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    var messages = MessageReader(bytes.span)
    while let message = try messages.next() {
      if try message.verdict() == nil { values.append(try read(message)) }
    }
    return values
  }

  /// Each message by itself, header and all.
  public var messages: [[UInt8]] {
    var found: [[UInt8]] = []
    var offset = 0
    while offset + 16 <= bytes.count {
      let length = bytes[offset..<offset + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
      let end = min(offset + (length + 3) & ~3, bytes.count)
      found.append(Array(bytes[offset..<end]))
      offset = end
    }
    return found
  }

  private static let tests = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
}
