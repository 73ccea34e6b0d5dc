public import Addressing
public import CNI

/// How something that a step has changed is made as it was before.
public enum Undo: Hashable, Sendable {
  case release(Reservation)
  /// The host's end of a pair; the other goes with it.
  case deleteLink(String)
  /// Unless others are plugged into it.
  case deleteBridge(Sharing)
  case takeDown(String)
  case endPromiscuity(String)
  /// Unless others are plugged into the bridge.
  case deleteGatewayVeth(GatewayVeth)
  /// Unless others are plugged into the bridge.
  case deleteAddress(Prefix, from: String, Sharing)
  case restoreAddress(Prefix, to: String)
  /// Unless others are plugged in anywhere.
  case restoreSetting(String, value: String, Sharing)
  case restorePodSetting(String, value: String, PodEnd)
  case removeMasquerade(RuleTag, BridgeConfig.MasqueradeBackend)
  case removeMACSpoofCheck(RuleTag)
}

extension Undo: CustomStringConvertible {
  public var description: String {
    switch self {
    case .release(let reservation): "release the addresses of \(reservation.key.containerID)"
    case .deleteLink(let name): "delete \(name)"
    case .deleteBridge(let sharing): "delete bridge \(sharing.bridge)"
    case .takeDown(let name): "take \(name) down"
    case .endPromiscuity(let name): "make \(name) ignore what is not for it"
    case .deleteGatewayVeth(let end): "delete \(end.name)"
    case .deleteAddress(let prefix, let name, _): "delete \(prefix) from \(name)"
    case .restoreAddress(let prefix, let name): "give \(prefix) back to \(name)"
    case .restoreSetting(let name, let value, _): "set \(name) back to \(value)"
    case .restorePodSetting(let name, let value, let end):
      "set \(name) back to \(value) in \(end.namespacePath)"
    case .removeMasquerade(let tag, _): "end the masquerade of \(tag.key.containerID)"
    case .removeMACSpoofCheck(let tag): "end the source check of \(tag.key.containerID)"
    }
  }
}
