import ArgumentParser
import Engine
import Files
import Kernel

/// A plugin if a container runtime calls, else a command for people.
@main
enum Main {
  static func main() {
    let words = CommandLine.arguments
    let role = words.first.flatMap { PluginRole(programName: $0) }
    if role != nil || words.count == 1 && PluginCall.isWanted {
      PluginCall(role).run()
    }
    if ElevatedPrivileges.arePresent { Environment.forgetPaths() }
    do {
      var command = try Cnitop.parseAsRoot()
      try (command as? any NodeCommand)?.access.enter()
      try command.run()
    } catch {
      end(error)
    }
  }

  /// Every error is said in one line, also that a command line makes no sense; help is no error.
  private static func end(_ error: any Error) -> Never {
    let code = Cnitop.exitCode(for: error)
    guard code != .success else { Cnitop.exit(withError: error) }
    let reason = Cnitop.message(for: error).split(whereSeparator: \.isNewline)
    let hint = code == .validationFailure ? " (see cnitop --help)" : ""
    if !reason.isEmpty {
      try? StandardError.writeLine("Error: \(reason.joined(separator: " "))\(hint)")
    }
    Environment.exit(code.rawValue)
  }
}
