extension String {
  /// As nft's language has the name of a table or a chain: it knows no quotes there. `nil` for a name that it
  /// cannot write, though the kernel has it.
  public var nftName: String? {
    guard let first = utf8.first, first.isNftLetter || "_.".utf8.contains(first),
      utf8.allSatisfy({ $0.isNftLetter || $0.isNftDigit || "/-_.".utf8.contains($0) }),
      !NftKeywords.all.contains(self)
    else { return nil }
    return self
  }

  /// As a comment of a rule, in quotes. nft knows no escapes: a quotation mark becomes an apostrophe.
  public var nftComment: String {
    unicodeScalars.reduce(into: "\"") { text, scalar in
      text.unicodeScalars.append(scalar == "\"" ? "'" : scalar)
    } + "\""
  }
}

extension UInt8 {
  fileprivate var isNftLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  fileprivate var isNftDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
