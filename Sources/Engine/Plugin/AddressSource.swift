import CNI

/// Where an attachment's addresses come from.
enum AddressSource {
  case nowhere
  case hostLocal(LeasePool)
  case plugin(type: String, Invocation, configuration: [UInt8])

  init(
    _ config: BridgeConfig, _ invocation: Invocation, _ input: PluginInput
  ) throws(CNIError) {
    switch config.ipamType {
    case nil: self = .nowhere
    case PluginRole.hostLocal.rawValue:
      self = .hostLocal(LeasePool(try input.hostLocal(invocation.arguments), invocation.key))
    case .some(let type):
      self = .plugin(type: type, invocation, configuration: input.bytes)
    }
  }

  var isNowhere: Bool {
    if case .nowhere = self { true } else { false }
  }

  /// What host-local holds for the attachment.
  var claim: Claim? {
    if case .hostLocal(let pool) = self { pool.claim } else { nil }
  }

  /// Asks the other program; `nil` where there is none.
  func call(_ command: Invocation.Command) throws(CNIError) -> [UInt8]? {
    guard case .plugin(let type, let invocation, let configuration) = self else { return nil }
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
