import Addressing
import CNI

/// Where an attachment's addresses go back to. That takes less than giving them out: a range may be of
/// no use any more.
enum AddressReturn {
  case nowhere
  case hostLocal(HeldLeases)
  case plugin(IPAMPlugin)

  init(
    _ config: BridgeConfig, _ invocation: Invocation, _ input: PluginInput
  ) throws(CNIError) {
    switch config.ipamType {
    case nil: self = .nowhere
    case PluginRole.hostLocal.rawValue: self = .hostLocal(try input.heldLeases(by: invocation.key))
    case .some(let type): self = .plugin(IPAMPlugin(type, invocation, input))
    }
  }

  /// What host-local holds for the attachment.
  var claim: Claim? {
    if case .hostLocal(let held) = self { held.claim } else { nil }
  }

  /// Tells the other program, where there is one.
  func call(_ command: Invocation.Command) throws(CNIError) {
    if case .plugin(let plugin) = self { _ = try plugin.call(command) }
  }
}

extension PluginInput {
  /// What host-local has given to an attachment.
  func heldLeases(by key: AttachmentKey) throws(CNIError) -> HeldLeases {
    let known = (try? previous)?.addresses.map(\.prefix.address) ?? []
    return HeldLeases(place: try leasePlace, key: key, known: known)
  }
}
