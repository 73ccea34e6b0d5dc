import Dice
import Quoting
import Testing

@testable import Formats

/// Headers, dots and inline tables are three ways to say the same.
@Suite struct TOMLFormsTests {
  @Test(arguments: UInt64(1)...200) func areReadAlike(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let tables = (0..<Int.random(in: 1...4, using: &dice)).map { number in
      let depth = Int.random(in: 0...2, using: &dice)
      let path = ["t\(number)"] + (0..<depth).map { _ in Self.name(with: &dice) }
      let keys = (0..<Int.random(in: 1...4, using: &dice)).map {
        "k\($0) " + Self.name(with: &dice)
      }
      return (path: path, pairs: keys.map { ($0, Self.value(with: &dice)) })
    }
    var expected: [[String]: JSON] = [:]
    for table in tables {
      for (key, value) in table.pairs { expected[table.path + [key]] = value }
    }
    let headers = tables.map { table in
      "[\(Self.key(table.path))] # a table\r\n"
        + table.pairs.map { "\($0.tomlString) = \(Self.text($1))\n" }.joined()
    }
    let dots = tables.flatMap { table in
      table.pairs.map { "\(Self.key(table.path + [$0])) = \(Self.text($1))\n" }
    }
    let inline = tables.map { table in
      let pairs = table.pairs.map { "\($0.tomlString) = \(Self.text($1))" }
      return "\(Self.key(table.path)) = { \(pairs.joined(separator: ", ")) }\n"
    }
    for text in [headers, dots, inline].map({ $0.joined() }) {
      #expect(try TOML(Array(text.utf8)).values == expected, "\(text)")
    }
    let bytes = Array(headers.joined().utf8)
    for count in bytes.indices { _ = try? TOML(Array(bytes[..<count])) }
  }

  private static func key(_ path: [String]) -> String {
    path.map(\.tomlString).joined(separator: " . ")
  }

  private static func text(_ value: JSON) -> String {
    guard case .array(let elements) = value else {
      return value.text?.tomlString ?? value.written
    }
    return "[" + elements.map { "\n  " + text($0) + ", # one\n" }.joined() + "]"
  }

  private static func name(with dice: inout Dice) -> String {
    let signs = Array("ab.-_ \"\\'#=]é漢\n\t\u{1b}\u{202e}".unicodeScalars)
    let count = Int.random(in: 0...5, using: &dice)
    return String(
      String.UnicodeScalarView(
        (0..<count).map { _ in signs[Int.random(in: signs.indices, using: &dice)] }))
  }

  private static func value(with dice: inout Dice, depth: Int = 0) -> JSON {
    switch Int.random(in: 0...(depth < 2 ? 4 : 3), using: &dice) {
    case 0: .bool(Bool.random(using: &dice))
    case 1: .integer(Int(truncatingIfNeeded: dice.next()))
    case 2: .number(Double(Int.random(in: -99...99, using: &dice)) + 0.25)
    case 3: .string(name(with: &dice))
    case _:
      .array(
        (0..<Int.random(in: 0...3, using: &dice)).map { _ in value(with: &dice, depth: depth + 1) })
    }
  }
}
