extension String {
  /// As one word for a shell (POSIX), on one line: in quotes where a shell would take it for something
  /// else, and by `printf` where a terminal would obey it or hide it.
  public var shellWord: String {
    if isPlain { return self }
    if unicodeScalars.allSatisfy(\.isSeen) { return inSingleQuotes }
    return printed
  }

  private var isPlain: Bool {
    guard let first = utf8.first, first != UInt8(ascii: "=") else { return false }
    return utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || "-_./:@%+=,".utf8.contains(byte)
    }
  }

  /// By scalars: with an accent on it, a quote would be another character, and still end the word.
  private var inSingleQuotes: String {
    unicodeScalars.reduce(into: "'") { word, scalar in
      if scalar == "'" { word += #"'\'"# }
      word.unicodeScalars.append(scalar)
    } + "'"
  }

  /// A shell drops line feeds at the end of what a command prints; they follow one by one.
  private var printed: String {
    let tail = unicodeScalars.reversed().prefix { $0 == "\n" }.count
    let body = unicodeScalars.dropLast(tail)
    let form = body.enumerated().reduce(into: "") { form, next in
      form += next.offset == 0 && next.element == "-" ? #"\055"# : next.element.inPrintf
    }
    return #""$(printf '\#(form)')""# + String(repeating: #"$'\n'"#, count: tail)
  }
}

extension Unicode.Scalar {
  /// In the form of printf(1), between single quotes. No word of a command holds a NUL.
  fileprivate var inPrintf: String {
    switch self {
    case "\0": ""
    case "%": "%%"
    case "\\": #"\\"#
    case "'", "!": octal
    case _: isSeen ? String(self) : octal
    }
  }

  private var octal: String {
    String(self).utf8.map { byte in
      #"\"# + [6, 3, 0].map { String(byte >> $0 & 7) }.joined()
    }.joined()
  }
}
