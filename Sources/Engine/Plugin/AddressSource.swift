import CNI

/// Where an attachment's addresses come from.
enum AddressSource {
  case nowhere
  case hostLocal(LeasePool)
  case plugin(IPAMPlugin)

  init(
    _ config: BridgeConfig, _ invocation: Invocation, _ input: PluginInput
  ) throws(CNIError) {
    switch config.ipamType {
    case nil: self = .nowhere
    case PluginRole.hostLocal.rawValue:
      self = .hostLocal(LeasePool(try input.hostLocal(invocation.arguments), invocation.key))
    case .some(let type): self = .plugin(IPAMPlugin(type, invocation, input))
    }
  }

  var isNowhere: Bool {
    if case .nowhere = self { true } else { false }
  }

  /// What host-local holds for the attachment.
  var claim: Claim? {
    if case .hostLocal(let pool) = self { pool.held.claim } else { nil }
  }

  /// Asks the other program, where there is one.
  func call(_ command: Invocation.Command) throws(CNIError) {
    if case .plugin(let plugin) = self { _ = try plugin.call(command) }
  }
}
