import ArgumentParser
import Cells
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
    do {
      var command = try Cnitop.parseAsRoot()
      try command.run()
    } catch {
      end(error)
    }
  }

  /// A command line that makes no sense is said in one line, as all errors are.
  private static func end(_ error: any Error) -> Never {
    guard Cnitop.exitCode(for: error) == .validationFailure else { Cnitop.exit(withError: error) }
    let reason = Cnitop.message(for: error).split(separator: "\n").joined(separator: " ")
    try? StandardError.writeLine("Error: \(reason.cleaned) (see cnitop --help)")
    exit(ExitCode.validationFailure.rawValue)
  }
}
