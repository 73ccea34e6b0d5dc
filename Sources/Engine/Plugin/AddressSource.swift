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
    do throws(CNIError) {
      return try ExternalPlugin(type, invocation).call(command, configuration)
    } catch {
      throw type == "dhcp" ? error.withHint : error
    }
  }
}

extension CNIError {
  /// The plugin dhcp only talks to its daemon.
  fileprivate var withHint: CNIError {
    guard message.contains("dhcp.sock") else { return self }
    var copy = self
    copy.details = "start its daemon first, as in: /usr/lib/cni/dhcp daemon"
    return copy
  }
}
