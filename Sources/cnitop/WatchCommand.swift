import ArgumentParser
import Export
import Kernel
import Topology

struct WatchCommand: NodeCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Print a line for each change, as it happens.",
    discussion: """
      Example: cnitop watch -o json | jq -c 'select(.type == "change")'

      With -o json the first line is the whole state, and every further line one change. Ends with \
      Ctrl-C.
      """)

  @Option(name: .shortAndLong, help: "text or json.")
  var output: OutputFormat = .text

  var access: NodeAccess { .readOnly([]) }

  func run() throws {
    let watch = try Watch()
    Confinement.limitWrites(to: [])
    var isFirst = true
    while true {
      _ = wait(for: [(watch.updated.descriptor, .readable)], timeout: nil)
      guard let update = watch.take() else { continue }
      if let failure = update.failure { throw failure }
      if isFirst, output == .json, let topology = update.topology {
        try StandardOutput.write(json: SnapshotDocument(topology).streamLine)
      }
      isFirst = false
      for change in update.changes { try write(change) }
    }
  }

  private func write(_ change: Change) throws {
    switch output {
    case .json: try StandardOutput.write(json: change.json)
    case .text where change.isRoutine: return
    case .text:
      try StandardOutput.writeLine(
        change.line(offset: WallClock.offset(at: change.at.seconds)))
    }
  }
}
