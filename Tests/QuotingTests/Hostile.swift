import Dice

/// Names as nobody kind gives them.
enum Hostile {
  /// Each of them has broken something somewhere.
  static let known = [
    "", " ", "a b", "it's", "a;touch pwned #", "$(touch pwned)", "`touch pwned`", "\"", "\\", "a\\",
    "\\\"", "-rf",
    "--help", "!x", "!", "~", "*", "=ls", "a=b", "#", "&", "&amp;", "&#34;", "<b>", "|", "{a,b}",
    "%s%n", "\n", "a\n",
    "\n\n", "a\nb", "c\r\nd", "zz\u{1b}[201~\ntouch PASTED\n", "\u{1b}]52;c;eA==\u{7}", "\u{9b}31m",
    "j\"\u{301}];evil[label=\"\u{301}x", "'\u{301}", "\\\u{301}", "$\u{301}(id)",
    "\u{202e}bidi\u{200b}", "\u{2028}",
    "w\u{3042}\u{1f600}wide", "\u{fffd}", "\u{e0041}", "\u{1160}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}", "\u{a0}",
    "END\ntouch x", "\t", "x; add table ip pwned; #", "<<'END'", "\u{feff}", "\\N", "\\n\\l",
    "#quot;", "end", "\u{7f}",
  ]

  /// Those, and others made of what is in them, the same every time.
  static let all = known + (0..<300).map { Hostile.made(from: UInt64($0)) }

  private static let parts =
    known.flatMap { $0.unicodeScalars.map { String($0) } } + [
      "a", "0", "$(", "'\"", "\\\\", "\u{301}",
    ]

  private static func made(from seed: UInt64) -> String {
    var random = Dice(seed: seed)
    return (0..<Int.random(in: 1...12, using: &random)).map { _ in
      parts.randomElement(using: &random) ?? ""
    }.joined()
  }
}

extension String {
  /// Texts are equal here only if their bytes are: Swift takes two ways to write an accent for one.
  var scalars: [Unicode.Scalar] { Array(unicodeScalars) }
}
