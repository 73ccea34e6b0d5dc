import ArgumentParser
import Export
import Inspection
import Kernel
import Topology

struct SnapshotCommand: NodeCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Print the whole node once.",
    discussion: """
      Example: cnitop snapshot -o json | jq '.namespaces[].name'
      Example: cnitop snapshot -o dot | dot -Tsvg > node.svg

      The JSON has a schemaVersion, and every field is described in snapshot-schema.md. What could \
      not be read is listed under gaps; the exit status is 0 all the same. With --only cni alone, \
      each plugin is asked for the versions that it supports.
      """)

  @Option(name: .shortAndLong, help: "text, json, dot (Graphviz) or mermaid.")
  var output: SnapshotFormat = .text

  @Option(help: "Only this part: namespaces, networks, nat or cni. May be given more than once.")
  var only: [SnapshotPart] = []

  @Flag(help: "Say on stderr how long each stage took.")
  var timings = false

  /// Plugins are asked only when nothing but CNI is wanted.
  private var asksPlugins: Bool { SnapshotPart.all(of: only) == .cni }

  var access: NodeAccess { .readOnly(asksPlugins ? .programs : []) }

  func run() throws {
    var timer = StageTimer()
    let parts = SnapshotPart.all(of: only)
    var snapshot = try Inspector().snapshot()
    timer.finish("read")
    if asksPlugins {
      snapshot.pluginVersions = PluginInquiry(snapshot.files, knowing: PluginVersions()).ask()
      timer.finish("asked plugins")
    }
    let topology = Topology(snapshot)
    timer.finish("put together")
    try write(topology, parts)
    timer.finish("written")
    if timings { try StandardError.writeLine(timer.summary) }
  }

  private func write(_ topology: Topology, _ parts: SnapshotDocument.Parts) throws {
    switch output {
    case .json:
      try StandardOutput.write(
        json: SnapshotDocument(topology, parts: parts).json(indented: StandardOutput.isTerminal))
    case .text:
      try StandardOutput.writeLines(Report(topology, parts: parts).lines)
    case .dot: try StandardOutput.writeLines(Graph(topology).dot)
    case .mermaid: try StandardOutput.writeLines(Graph(topology).mermaid)
    }
  }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

enum SnapshotFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case dot
  case mermaid
}

enum SnapshotPart: String, ExpressibleByArgument, CaseIterable {
  case namespaces
  case networks
  case nat
  case cni

  /// None named means all.
  static func all(of named: [SnapshotPart]) -> SnapshotDocument.Parts {
    named.isEmpty ? .all : named.reduce(into: []) { $0.formUnion($1.part) }
  }

  private var part: SnapshotDocument.Parts {
    switch self {
    case .namespaces: .namespaces
    case .networks: .networks
    case .nat: .firewall
    case .cni: .cni
    }
  }
}
