import Quoting

extension Graph {
  /// In Graphviz' language: `dot -Tsvg`.
  public var dot: [String] {
    ["graph \(title.dotString) {", "  rankdir=TB; node [shape=box, fontname=monospace];"]
      + groups.enumerated().flatMap { number, group in
        ["  subgraph cluster_\(number) {", "    label=\(group.label.dotString);"]
          + group.points.map { "    i\($0.id) [label=\($0.lines.dotString)\($0.shape.dot)];" }
          + ["  }"]
      }
      + lines.map { line in
        let label = line.label.isEmpty ? "" : " [label=\(line.label.dotString)]"
        return "  i\(line.from) -- i\(line.to)\(label);"
      } + ["}"]
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
