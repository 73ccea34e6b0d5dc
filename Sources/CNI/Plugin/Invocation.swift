/// What a runtime asks of a plugin, as it stands in the environment (CNI specification, section 2).
public struct Invocation: Hashable, Sendable {
  public var command: Command
  /// Of ADD, DEL and CHECK; empty in the others.
  public var key: AttachmentKey
  /// Of ADD and CHECK, and of a DEL while the container still has one.
  public var namespacePath: String?
  public var arguments: PluginArguments
  /// Where other plugins are looked for, in this order.
  public var path: [String]
  /// Whether the container's namespace may be the plugin's own (`CNI_NETNS_OVERRIDE`).
  public var mayBeHost = false

  public enum Command: String, Hashable, Sendable, CaseIterable {
    case add = "ADD"
    case del = "DEL"
    case check = "CHECK"
    case gc = "GC"
    case status = "STATUS"
    case version = "VERSION"

    /// The first version of the specification that has it.
    public var since: CNIVersion {
      switch self {
      case .add, .del, .version: .v0_1_0
      case .check: .v0_4_0
      case .gc, .status: .v1_1_0
      }
    }
  }

  public init(
    _ command: Command, key: AttachmentKey, namespacePath: String? = nil,
    arguments: PluginArguments = PluginArguments(), path: [String] = []
  ) {
    self.command = command
    self.key = key
    self.namespacePath = namespacePath
    self.arguments = arguments
    self.path = path
  }

  /// The environment of a plugin that is called with the same.
  public var variables: [String: String] {
    var variables = [
      "CNI_COMMAND": command.rawValue, "CNI_PATH": path.joined(separator: ":"),
      "CNI_CONTAINERID": key.containerID, "CNI_IFNAME": key.interfaceName,
    ]
    variables["CNI_NETNS"] = namespacePath
    variables["CNI_ARGS"] = arguments.text
    if mayBeHost { variables["CNI_NETNS_OVERRIDE"] = "1" }
    return variables.filter { !$0.value.isEmpty }
  }

  /// - Throws: code 4, naming the variable.
  public init(environment: [String: String]) throws(CNIError) {
    let variables = Variables(environment)
    let verb = try variables.required("CNI_COMMAND")
    guard let command = Command(rawValue: verb) else {
      throw CNIError(.invalidEnvironment, "unknown CNI_COMMAND \"\(verb.prefix(32))\"")
    }
    self.init(command, key: AttachmentKey(containerID: "", interfaceName: ""))
    switch command {
    case .add, .check:
      key = try variables.key
      namespacePath = try variables.required("CNI_NETNS")
    case .del:
      key = try variables.key
      namespacePath = variables.optional("CNI_NETNS")
    case .gc, .status: break
    case .version: return
    }
    path = try variables.required("CNI_PATH").split(separator: ":").map(String.init)
    mayBeHost = ["1", "true"].contains(variables.optional("CNI_NETNS_OVERRIDE")?.lowercased())
    arguments = try PluginArguments(variables.optional("CNI_ARGS") ?? "")
  }
}

private struct Variables {
  private let values: [String: String]

  init(_ values: [String: String]) {
    self.values = values
  }

  func optional(_ name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  func required(_ name: String) throws(CNIError) -> String {
    guard let value = optional(name) else {
      throw CNIError(.invalidEnvironment, "the variable \(name) is missing")
    }
    return value
  }

  var key: AttachmentKey {
    get throws(CNIError) {
      let id = try required("CNI_CONTAINERID")
      guard id.isContainerID else { throw wrong("CNI_CONTAINERID", id) }
      let name = try required("CNI_IFNAME")
      guard name.isInterfaceName else { throw wrong("CNI_IFNAME", name) }
      return AttachmentKey(containerID: id, interfaceName: name)
    }
  }

  private func wrong(_ name: String, _ value: String) -> CNIError {
    CNIError(.invalidEnvironment, "\(name) cannot be \"\(value.prefix(64))\"")
  }
}
