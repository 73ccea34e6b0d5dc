import Export
import Quoting
import TUI
import Topology

/// What a view can be kept as.
enum ExportFormat: String, CaseIterable, Sendable {
  case text
  case json
  case dot
  case mermaid

  var help: String {
    switch self {
    case .text: "this view as a table"
    case .json: "this view's part of the snapshot"
    case .dot: "the wiring, for Graphviz"
    case .mermaid: "the wiring, for Markdown"
    }
  }

  fileprivate var suffix: String {
    switch self {
    case .text: "txt"
    case .json: "json"
    case .dot: "dot"
    case .mermaid: "mmd"
    }
  }
}

extension App {
  /// What is shown, as a file in the working directory, named for the view and the time.
  func export(_ format: ExportFormat) -> Effect {
    let time = shown.at.timeOfDay(offset: clockOffset).filter { $0 != ":" }
    let name = "cnitop-\(view.title.lowercased())-\(time).\(format.suffix)"
    return .save(name: name, bytes(format))
  }

  private func bytes(_ format: ExportFormat) -> [UInt8] {
    let topology = shown.topology
    switch format {
    case .json: return SnapshotDocument(topology, parts: view.parts).json(indented: true)
    case .dot: return Self.bytes(Graph(topology).dot)
    case .mermaid: return Self.bytes(Graph(topology).mermaid)
    case .text: return Array(table.text.utf8)
    }
  }

  private static func bytes(_ lines: [String]) -> [UInt8] {
    Array(lines.map { $0.cleaned + "\n" }.joined().utf8)
  }
}
