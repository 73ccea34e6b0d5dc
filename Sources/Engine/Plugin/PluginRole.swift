import CNI
import Files

/// This program as a CNI plugin: one order from the environment and standard input, one answer.
public enum PluginRole: String, CaseIterable, Hashable, Sendable {
  case bridge
  case hostLocal = "host-local"

  /// The role that the program's name asks for.
  public init?(programName: String) {
    let name = programName.split(separator: "/").last.map(String.init) ?? programName
    self.init(rawValue: name)
  }

  /// Does what is asked. `role` is the program's own; without one the configuration's `type` says it.
  public static func answer(
    as role: PluginRole?, environment: [String: String], input: () -> [UInt8]
  ) -> PluginAnswer {
    var version = CNIVersion.newest
    // Whoever has no rights of their own must not have a node changed with those lent to this program.
    guard !ElevatedPrivileges.arePresent else {
      return .failure(
        CNIError(.invalidEnvironment, "not with rights lent to this program (setcap, setuid)"),
        version)
    }
    do throws(CNIError) {
      let invocation = try Invocation(environment: environment)
      let bytes = input()
      if invocation.command == .version { return .success(versions(asked: bytes)) }
      let input = try PluginInput(bytes)
      version = input.version
      try check(invocation.command, in: version)
      return .success(try of(role, input).perform(invocation, input))
    } catch {
      return .failure(error, version)
    }
  }

  /// - Throws: code 1 for an operation that the version does not have (CNI specification, "Version
  ///   considerations").
  private static func check(
    _ command: Invocation.Command, in version: CNIVersion
  ) throws(CNIError) {
    guard version < command.since else { return }
    throw CNIError(
      .incompatibleVersion, "cniVersion \(version.rawValue) does not have \(command.rawValue)",
      details: "it came with \(command.since.rawValue)")
  }

  private static func of(_ role: PluginRole?, _ input: PluginInput) throws(CNIError) -> PluginRole {
    if let role { return role }
    let type = try input.type
    guard let role = PluginRole(rawValue: type) else {
      throw CNIError(
        .unsupportedField, "this plugin is bridge and host-local, and not \"\(type.prefix(64))\"")
    }
    return role
  }

  private func perform(_ invocation: Invocation, _ input: PluginInput) throws(CNIError) -> String {
    switch self {
    case .bridge: try BridgePlugin(invocation, input).perform()
    case .hostLocal: try HostLocalPlugin(invocation, input).perform()
    }
  }

  /// Runtimes ask before they know which versions there are: any version is well.
  private static func versions(asked bytes: [UInt8]) -> String {
    CNIVersion.answer(asked: (try? PluginInput(bytes))?.version ?? .newest)
  }
}

/// What goes to standard output, and the exit code.
public struct PluginAnswer: Hashable, Sendable {
  /// Empty where an operation answers nothing.
  public var output: String
  public var exitCode: Int32

  static func success(_ output: String) -> PluginAnswer {
    PluginAnswer(output: output, exitCode: 0)
  }

  static func failure(_ error: CNIError, _ version: CNIVersion) -> PluginAnswer {
    PluginAnswer(output: error.json(version: version.rawValue), exitCode: 1)
  }
}
