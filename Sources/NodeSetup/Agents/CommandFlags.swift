/// The flags in a row of words: `--name=value`, `--name value` and `-n value`. The last of two counts.
struct CommandFlags {
  private var values: [String: String] = [:]

  init(_ words: [String]) { take(words) }

  /// Those of a file for a shell or for systemd: `KUBELET_EXTRA_ARGS="--a=b --c"`. Comments are left out.
  init(file text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let start = line.first { $0 != " " }
      if start == "#" || start == ";" { continue }
      take(line.split { " \t\"'".contains($0) }.map { Self.afterVariable($0) })
    }
  }

  private mutating func take(_ words: [String]) {
    for (index, word) in words.enumerated() where word.hasPrefix("-") {
      let parts = word.split(separator: "=", maxSplits: 1)
      guard let name = parts.first else { continue }
      if parts.count == 2 {
        values[String(name)] = String(parts[1])
      } else if index + 1 < words.count, !words[index + 1].hasPrefix("-") {
        values[String(name)] = words[index + 1]
      }
    }
  }

  /// `--a=b` of `KUBELET_EXTRA_ARGS=--a=b`.
  private static func afterVariable(_ word: Substring) -> String {
    word.firstRange(of: "=--").map { String(word[$0.lowerBound...].dropFirst()) } ?? String(word)
  }

  subscript(_ name: String) -> String? { values[name] }
}
