import Addressing
import CNI

/// What gives an attachment its addresses and takes them back (`ipam` of a configuration).
enum IPAM<HostLocal> {
  /// The network has no addresses.
  case none
  case hostLocal(HostLocal)
  case plugin(IPAMPlugin)

  /// `hostLocal` is read only where host-local is asked for.
  init(
    _ config: BridgeConfig, _ invocation: Invocation, _ input: PluginInput,
    hostLocal: () throws(CNIError) -> HostLocal
  ) throws(CNIError) {
    switch config.ipamType {
    case nil: self = .none
    case PluginRole.hostLocal.rawValue: self = .hostLocal(try hostLocal())
    case .some(let type): self = .plugin(IPAMPlugin(type, invocation, input))
    }
  }

  var isNone: Bool {
    if case .none = self { true } else { false }
  }

  /// Calls the other program, where there is one.
  func call(_ command: Invocation.Command) throws(CNIError) {
    if case .plugin(let plugin) = self { _ = try plugin.call(command) }
  }
}

extension IPAM<LeasePool> {
  /// To give addresses out: all of the configuration has to be sound.
  init(
    giving config: BridgeConfig, _ invocation: Invocation, _ input: PluginInput
  ) throws(CNIError) {
    try self.init(config, invocation, input) { () throws(CNIError) in
      LeasePool(try input.hostLocal(invocation.arguments), invocation.key)
    }
  }

  /// What host-local holds for the attachment.
  var reservation: Reservation? {
    if case .hostLocal(let pool) = self { pool.held.reservation } else { nil }
  }
}

extension IPAM<AttachmentLeases> {
  /// To take addresses back, which takes less: a range may be of no use any more.
  init(
    taking config: BridgeConfig, _ invocation: Invocation, _ input: PluginInput
  ) throws(CNIError) {
    try self.init(config, invocation, input) { () throws(CNIError) in
      try input.heldLeases(by: invocation.key)
    }
  }

  /// What host-local holds for the attachment.
  var reservation: Reservation? {
    if case .hostLocal(let held) = self { held.reservation } else { nil }
  }
}

extension PluginInput {
  /// What host-local has given to an attachment.
  func heldLeases(by key: AttachmentKey) throws(CNIError) -> AttachmentLeases {
    let known = (try? previous)?.addresses.map(\.prefix.address) ?? []
    return AttachmentLeases(place: try leaseLocation, key: key, known: known)
  }
}
