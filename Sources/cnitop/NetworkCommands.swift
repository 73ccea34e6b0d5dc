import ArgumentParser
import Cells
import Engine

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "See whether a network could take another container now.",
    discussion: """
      Example: cnitop status mynet && echo there is room

      Says nothing if it could; else what is in the way, with exit status 1.
      """)

  @Argument(help: "The network's name.")
  var network: String

  @OptionGroup var files: RuntimeOptions

  func run() throws {
    guard try !files.runtime.status(network) else { return }
    try StandardError.writeLine(
      "nothing was asked: the cniVersion of \(network.cleaned) is below 1.1.0, which has no STATUS")
  }
}

struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "See which versions of the specification a network's plugins know.",
    discussion: "Example: cnitop version mynet")

  @Argument(help: "The network's name.")
  var network: String

  @OptionGroup var files: RuntimeOptions

  func run() throws {
    for plugin in try files.runtime.versions(network) {
      try StandardOutput.writeLine(
        "\(plugin.type): \(plugin.versions.joined(separator: " "))".cleaned)
    }
  }
}
