import Foundation
import LabKit

extension OurSnapshot {
  /// What a bash script prints on a private node with so many pods. It finds cnitop as `$CNITOP`,
  /// at a place that everyone can read.
  init(pods: Int, script: String) throws {
    let program = FileManager.default.temporaryDirectory
      .appending(path: "cnitop-\(UUID().uuidString)")
    // By another process: what this one holds open for writing, a program started meanwhile inherits.
    guard try Command("cp", Project.cnitop, program.path).exitCode == 0 else {
      throw NotRead(errors: "no copy")
    }
    defer { try? FileManager.default.removeItem(at: program) }
    let words = [Project.node, "-n", "\(pods)", "--idle", "--", "bash", "-euc", script]
    let command = try Command(words, environment: ["CNITOP": program.path], within: 60)
    guard command.exitCode == 0 else { throw NotRead(errors: command.errors) }
    self = try JSONDecoder().decode(OurSnapshot.self, from: Data(command.output.utf8))
  }
}
