import ArgumentParser
import Engine

struct StatusCommand: NodeCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "See whether a network could take another container now.",
    discussion: """
      Example: cnitop status mynet && echo there is room

      Says nothing if it could; else what is in the way, with exit status 1.
      """)

  @Argument(help: "The network's name.")
  var network: String

  @OptionGroup var files: RuntimeOptions

  var access: NodeAccess { .readWrite }

  func run() throws {
    guard try !files.reportedRuntime().status(network) else { return }
    try StandardError.writeLine(
      "nothing was asked: the cniVersion of \(network) is below 1.1.0, which has no STATUS")
  }
}
