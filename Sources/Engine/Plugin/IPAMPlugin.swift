import CNI

/// Another program that gives out addresses, asked on behalf of the plugin `bridge`.
struct IPAMPlugin {
  let type: String
  private let invocation: Invocation
  private let configuration: [UInt8]

  init(_ type: String, _ invocation: Invocation, _ input: PluginInput) {
    self.type = type
    self.invocation = invocation
    configuration = input.bytes
  }

  func call(_ command: Invocation.Command) throws(CNIError) -> [UInt8] {
    let plugin = try ExternalPlugin(type, invocation)
    do throws(CNIError) {
      return try plugin.call(command, configuration)
    } catch {
      guard type == "dhcp", error.message.contains("dial unix") else { throw error }
      // That plugin only talks to its daemon.
      throw error.adding(["start its daemon first, as in: \(plugin.path) daemon"])
    }
  }
}
