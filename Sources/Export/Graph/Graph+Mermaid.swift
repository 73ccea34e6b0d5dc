import Quoting

extension Graph {
  /// In Mermaid's language, as Markdown pages show it.
  public var mermaid: [String] {
    ["flowchart TB"]
      + groups.enumerated().flatMap { number, group in
        ["  subgraph n\(number)[\(group.label.mermaidLabel)]"]
          + group.points.map { "    i\($0.id)[\($0.lines.mermaidLabel)]" } + ["  end"]
      }
      + lines.map { line in
        let label = line.label.isEmpty ? "" : "|\(line.label.mermaidLabel)|"
        return "  i\(line.from) ---\(label) i\(line.to)"
      }
      + marked(.bridge, "stroke-width:3px") + marked(.broken, "stroke:#c00,stroke-dasharray:4")
  }

  private func marked(_ shape: Shape, _ style: String) -> [String] {
    let points = groups.lazy.flatMap(\.points).filter { $0.shape == shape }
    return points.map { "  style i\($0.id) \(style)" }
  }
}
