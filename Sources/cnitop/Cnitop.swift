import ArgumentParser

@main
struct Cnitop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cnitop",
    abstract: "See how this node's containers are wired to the network.",
    subcommands: [TopCommand.self, SnapshotCommand.self, WatchCommand.self],
    defaultSubcommand: TopCommand.self)
}
