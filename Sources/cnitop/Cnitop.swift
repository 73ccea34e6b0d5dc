import ArgumentParser

struct Cnitop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cnitop",
    abstract: "See how this node's containers are wired to the network.",
    discussion: """
      Examples:
        sudo cnitop                                   the live screen
        cnitop demo                                   a private node to try it on; needs no root
        sudo cnitop snapshot                          the node once, as tables
        sudo cnitop snapshot -o json --only networks  who holds which address
        sudo cnitop watch                             a line for each change
        sudo cnitop add mynet red --plan              what ADD would do, as a script
        sudo cnitop add mynet red                     wire the namespace red to mynet

      Without root it shows what an ordinary user may see, and says what is missing.

      Exit status: 0 all went well; 1 it could not, and says why in one line; 64 the command line \
      was not understood; 128 and the signal's number when a signal ended it.
      """,
    version: "0.1.0",
    subcommands: [
      TopCommand.self, DemoCommand.self, SnapshotCommand.self, RulesCommand.self, WatchCommand.self,
      AddCommand.self,
      DelCommand.self,
      CheckCommand.self, GCCommand.self, StatusCommand.self, VersionCommand.self,
    ],
    defaultSubcommand: TopCommand.self)
}
