import ArgumentParser
import CNI
import Engine

struct StatusCommand: BoundedCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "See whether a network could take another container now.",
    discussion: """
      Example: cnitop status mynet && echo there is room

      Says nothing if it could; else what is in the way, with exit status 1.
      """)

  @Argument(help: "The network's name.")
  var network: String

  @OptionGroup var files: RuntimeOptions

  var bounds: Bounds { .changing }

  func run() throws {
    guard try !files.attended().status(network) else { return }
    try StandardError.writeLine(
      "nothing was asked: the cniVersion of \(network) is below 1.1.0, which has no STATUS")
  }
}

struct VersionCommand: BoundedCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "See which versions of the specification the plugins know.",
    discussion: """
      Examples:
        cnitop version            every plugin, built in or in the bin directories
        cnitop version portmap    that one
      """)

  @Argument(help: "A plugin, by the type that a network calls it by.")
  var plugin: String?

  @OptionGroup var files: RuntimeOptions

  var bounds: Bounds { .asking }

  func run() throws {
    let runtime = files.runtime
    if let plugin { return try write(plugin, runtime.versions(of: plugin)) }
    for plugin in runtime.plugins {
      do {
        try write(plugin, runtime.versions(of: plugin))
      } catch let error as CNIError {
        try StandardError.writeLine("\(plugin): \(error)")
      }
    }
  }

  private func write(_ plugin: String, _ versions: [String]) throws {
    try StandardOutput.writeLine("\(plugin): \(versions.joined(separator: " "))")
  }
}
