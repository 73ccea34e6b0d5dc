import ArgumentParser
import CNI
import Engine

struct VersionCommand: NodeCommand {
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

  var access: NodeAccess { .plugins }

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
