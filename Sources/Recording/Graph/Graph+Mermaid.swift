extension Graph {
  /// In Mermaid's language, as Markdown pages show it.
  public var mermaid: [String] {
    ["flowchart TB"]
      + groups.enumerated().flatMap { number, group in
        ["  subgraph n\(number)[\(Self.quoted([group.label]))]"]
          + group.points.map { "    i\($0.id)[\(Self.quoted($0.lines))]" } + ["  end"]
      }
      + lines.map { line in
        let label = line.label.isEmpty ? "" : "|\(Self.quoted([line.label]))|"
        return "  i\(line.from) ---\(label) i\(line.to)"
      }
      + marked(.bridge, "stroke-width:3px") + marked(.broken, "stroke:#c00,stroke-dasharray:4")
  }

  private func marked(_ shape: Shape, _ style: String) -> [String] {
    let points = groups.lazy.flatMap(\.points).filter { $0.shape == shape }
    return points.map { "  style i\($0.id) \(style)" }
  }

  /// Everything but letters, digits and a few harmless signs is written as the code of its character.
  private static func quoted(_ lines: [String]) -> String {
    let escaped = lines.map { line in
      line.onOneLine.unicodeScalars.reduce(into: "") { text, scalar in
        if scalar.properties.isAlphabetic || harmless.contains(scalar) {
          text.unicodeScalars.append(scalar)
        } else {
          text += "#\(scalar.value);"
        }
      }
    }
    return "\"" + escaped.joined(separator: "<br/>") + "\""
  }

  private static let harmless = Set("0123456789 ./:-_,".unicodeScalars)
}
