import ArgumentParser
import CNI
import Engine

struct GCCommand: NodeCommand {
  static let configuration = CommandConfiguration(
    commandName: "gc",
    abstract: "Remove what containers have left behind that are gone.",
    discussion: """
      Leases, masquerades and cache entries go only with proof that their container is dead: its \
      namespace is gone, its addresses are up in no namespace of this node, and no runtime has files \
      of it. What nobody can tell stays, and so does a lease without a cache entry that is younger \
      than --grace seconds, for its ADD may still be under way. Attachments of other runtimes are \
      judged by their leases and rules; caches in /var/lib/cni are read besides --cache-dir. The \
      plan says of every single thing why it goes or stays. The plugins' own GC is not called.
      Example: cnitop gc mynet --plan
      """)

  @Argument(help: "The network's name.")
  var network: String

  @Option(help: "An attachment that stays, as ID/IFNAME. May be given more than once.")
  var keep: [KeptAttachment] = []

  @Option(help: "Seconds for which a lease stays that nothing else tells of.")
  var grace: Int64 = 60

  @OptionGroup var files: RuntimeOptions

  @Flag(help: "Print what would stay and what would go, and do nothing.")
  var plan = false

  var access: NodeAccess { .readWrite }

  func run() throws {
    let asked = keep.map(\.key)
    var runtime = try files.reportedRuntime()
    runtime.leaseGrace = grace
    if plan { return try StandardOutput.writeLines(runtime.census(network, keeping: asked).lines) }
    let report = try runtime.collect(network, keeping: asked)
    if report.isDisabled {
      try StandardError.writeLine("nothing was done: \(network) has disableGC")
    }
    let (going, staying) = (report.lines { $0.goes }, report.lines { !$0.goes })
    try StandardOutput.writeLines(going)
    if !staying.isEmpty {
      try StandardOutput.writeLine("stays: \(staying.count) artifacts (--plan says why)")
    }
    guard !report.failures.isEmpty else { return }
    for failure in report.failures { try StandardError.writeLine("Error: \(failure)") }
    throw ExitCode.failure
  }
}

struct KeptAttachment: ExpressibleByArgument {
  let key: AttachmentKey

  init?(argument: String) {
    let halves = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty }) else { return nil }
    key = AttachmentKey(containerID: String(halves[0]), interfaceName: String(halves[1]))
  }
}

extension GCReport {
  fileprivate var lines: [String] { lines { _ in true } }

  /// A line for each thing with such a verdict.
  fileprivate func lines(where isWanted: (Verdict) -> Bool) -> [String] {
    entries.filter { isWanted($0.verdict) }.flatMap { entries in
      let key = entries.key.map { "\($0.containerID)/\($0.interfaceName)" } ?? "unknown"
      return entries.artifacts.map {
        "\(entries.verdict.beginning): \(key): \($0): \(entries.verdict.why)"
      }
    }
  }
}

extension GCReport.Verdict {
  fileprivate var beginning: String { goes ? "goes" : "stays" }

  fileprivate var why: String {
    switch self {
    case .goes(let why), .stays(let why): why
    }
  }
}
