import Foundation
import FuzzKit

/// What is fuzzed in this run: `CNITOP_FUZZ` names it.
enum Chosen {
  static let target = {
    let name = ProcessInfo.processInfo.environment["CNITOP_FUZZ", default: ""]
    guard let target = FuzzTarget(rawValue: name) else { fatalError("no fuzz target \(name)") }
    return target
  }()

  /// Puts the seeds as bytes where libFuzzer looks for them, if `CNITOP_SEEDS` names a directory.
  static func writeSeeds() throws {
    guard let directory = ProcessInfo.processInfo.environment["CNITOP_SEEDS"] else { return }
    for (number, seed) in try target.seeds.enumerated() {
      try Data(seed).write(to: URL(filePath: directory).appending(path: "seed-\(number)"))
    }
  }
}
