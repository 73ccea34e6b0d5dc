import ArgumentParser
import Engine
import Glibc

/// A plugin if a container runtime calls, else a command for people.
@main
enum Main {
  static func main() {
    let words = CommandLine.arguments
    let role = words.first.flatMap { PluginRole(programName: $0) }
    if role != nil || words.count == 1 && PluginCall.isWanted {
      PluginCall(role).run()
    }
    Cnitop.main()
  }
}
