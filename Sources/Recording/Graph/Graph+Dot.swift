extension Graph {
  /// In Graphviz' language: `dot -Tsvg`.
  public var dot: [String] {
    ["graph \(Self.quoted(title)) {", "  rankdir=TB; node [shape=box, fontname=monospace];"]
      + groups.enumerated().flatMap { number, group in
        ["  subgraph cluster_\(number) {", "    label=\(Self.quoted(group.label));"]
          + group.points.map { "    i\($0.id) [label=\(Self.quoted($0.lines))\($0.shape.dot)];" }
          + ["  }"]
      }
      + lines.map { line in
        let label = line.label.isEmpty ? "" : " [label=\(Self.quoted(line.label))]"
        return "  i\(line.from) -- i\(line.to)\(label);"
      } + ["}"]
  }

  private static func quoted(_ text: String) -> String { quoted([text]) }

  /// A string with several lines.
  private static func quoted(_ lines: [String]) -> String {
    let escaped = lines.map { line in
      line.onOneLine.reduce(into: "") { text, character in
        if character == "\"" || character == "\\" { text.append("\\") }
        text.append(character)
      }
    }
    return "\"" + escaped.joined(separator: "\\n") + "\""
  }
}

extension Graph.Shape {
  fileprivate var dot: String {
    switch self {
    case .plain: ""
    case .bridge: ", style=bold"
    case .broken: ", style=dashed, color=red"
    }
  }
}
