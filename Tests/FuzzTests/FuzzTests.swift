import FuzzKit
import Testing

/// A short run of every fuzz target, the same each time; `make fuzz` looks for minutes and with sanitizers.
@Suite struct FuzzTests {
  @Test(arguments: FuzzTarget.allCases) func readsItsSeeds(_ target: FuzzTarget) throws {
    let seeds = try target.seeds
    #expect(!seeds.isEmpty, "Tests/Fuzz/Corpus/\(target.rawValue) wants some")
    for seed in seeds { try target.run(seed) }
  }

  @Test(arguments: FuzzTarget.allCases) func readsDamagedSeeds(_ target: FuzzTarget) throws {
    let count = target == .node ? 50 : 1000  // a node is many files
    for bytes in Mutations(of: try target.seeds, count: count, number: 1) {
      do throws(Broken) {
        try target.run(bytes)
      } catch {
        Issue.record("\(error), from \(bytes)")
      }
    }
  }

  @Test(arguments: FuzzTarget.allCases) func readsNothing(_ target: FuzzTarget) throws {
    try target.run([])
  }
}
