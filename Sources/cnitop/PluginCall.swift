import Engine
import Kernel

/// One call by a container runtime: the environment and standard input in, one JSON out.
struct PluginCall {
  private let role: PluginRole?

  init(_ role: PluginRole?) {
    self.role = role
  }

  /// Whether a runtime calls, whatever the name that this program goes by.
  static var isWanted: Bool { !Environment.variables(["CNI_COMMAND"]).isEmpty }

  func run() -> Never {
    let answer = PluginRole.answer(
      as: role, environment: Environment.variables(Self.names)
    ) { Environment.input(limit: 1 << 20) ?? [] }
    if !answer.output.isEmpty {
      guard (try? StandardOutput.write(json: Array("\(answer.output)\n".utf8))) != nil else {
        Environment.exit(1)
      }
    }
    Environment.exit(answer.exitCode)
  }

  /// The variables of the specification.
  private static let names = [
    "CNI_COMMAND", "CNI_CONTAINERID", "CNI_NETNS", "CNI_IFNAME", "CNI_ARGS", "CNI_PATH",
    "CNI_NETNS_OVERRIDE",
  ]
}
