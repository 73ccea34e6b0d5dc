import ArgumentParser
import CNI
import Cells
import Engine

struct GCCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gc",
    abstract: "Remove what containers have left behind that are gone.",
    discussion: """
      An attachment stays if its namespace is there, or if it is named by --keep. Everything else \
      of the network goes, also what another runtime may have made without the same --cache-dir. \
      Example: cnitop gc mynet --plan
      """)

  @Argument(help: "The network's name.")
  var network: String

  @Option(help: "An attachment that stays, as ID/IFNAME. May be given more than once.")
  var keep: [KeptAttachment] = []

  @OptionGroup var files: RuntimeOptions

  @Flag(help: "Print what would stay and what would go, and do nothing.")
  var plan = false

  func run() throws {
    let asked = keep.map(\.key)
    let runtime = try files.attended()
    let found =
      plan
      ? try runtime.census(network, keeping: asked)
      : try runtime.collect(network, keeping: asked)
    for key in found.kept { try StandardOutput.writeLine("stays: \(key.words)") }
    for key in found.gone { try StandardOutput.writeLine("goes: \(key.words)") }
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

extension AttachmentKey {
  fileprivate var words: String { "\(containerID)/\(interfaceName)".cleaned }
}
