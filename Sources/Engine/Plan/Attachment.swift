public import CNI

/// A container's interface on a network: what ADD makes and DEL takes away.
public struct Attachment: Hashable, Sendable {
  public var network: String
  public var key: AttachmentKey
  /// The path of the container's namespace; `nil` where it is gone already.
  public var namespacePath: String?

  public init(network: String, key: AttachmentKey, namespacePath: String?) {
    self.network = network
    self.key = key
    self.namespacePath = namespacePath
  }

  /// By what name it stands in the firewall.
  public var tag: RuleTag { RuleTag(network: network, key: key) }
}
