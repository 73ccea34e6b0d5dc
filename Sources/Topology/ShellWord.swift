extension String {
  /// As one word for a shell: in quotes where a shell would take it for something else.
  public var shellWord: String {
    let isPlain = utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || "-_./:@%+=,".utf8.contains(byte)
    }
    if isPlain, !isEmpty { return self }
    // By scalars: with an accent on it, a quote would be another character, and still end the word.
    return unicodeScalars.reduce(into: "'") { word, scalar in
      if scalar == "'" { word += #"'\'"# }
      word.unicodeScalars.append(scalar)
    } + "'"
  }
}
