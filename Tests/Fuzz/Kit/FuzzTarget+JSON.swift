import Formats

extension FuzzTarget {
  /// What is read, written and read again is the same; what is written keeps a terminal in peace.
  static func readJSON(_ bytes: [UInt8]) throws(Broken) {
    guard let json = try? JSON(bytes) else { return }
    let written = json.written
    let again = try? JSON(Array(written.utf8))
    try promise("the same again from \(written)", again == json.finite)
    let isPlain = written.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7f...0x9f ~= $0.value) || $0 == "\n"
    }
    try promise("no control characters in \(written)", isPlain)
    _ = try? JSON(bytes, part: .only(["a": .all, "ipam": .only(["type": .all])]))
  }

  static func readBase64(_ bytes: [UInt8]) throws(Broken) {
    try promise("bytes come back from Base64", Base64.decode(Base64.encode(bytes)) == bytes)
    guard let decoded = Base64.decode(String(decoding: bytes, as: UTF8.self)) else { return }
    try promise("decoded bytes come back", Base64.decode(Base64.encode(decoded)) == decoded)
  }
}

extension JSON {
  /// Numbers beyond all bounds are written as null.
  fileprivate var finite: JSON {
    switch self {
    case .number(let number) where !number.isFinite: .null
    case .array(let elements): .array(elements.map(\.finite))
    case .object(let members):
      .object(members.map { Member(key: $0.key, value: $0.value.finite) })
    case .null, .bool, .integer, .large, .number, .string: self
    }
  }
}
