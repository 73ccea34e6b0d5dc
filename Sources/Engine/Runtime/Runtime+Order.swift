public import CNI

extension Runtime {
  /// An attachment as a person asks for it.
  public struct Order: Hashable, Sendable {
    public var network: String
    public var key: AttachmentKey
    public var namespacePath: String?
    /// `CNI_ARGS`
    public var arguments: String
    /// A JSON object of what may be passed to plugins that declare it.
    public var capabilities: [UInt8]?

    public init(
      network: String, key: AttachmentKey, namespacePath: String?, arguments: String = "",
      capabilities: [UInt8]? = nil
    ) {
      self.network = network
      self.key = key
      self.namespacePath = namespacePath
      self.arguments = arguments
      self.capabilities = capabilities
    }

    /// Of no container: about the network as a whole.
    init(of network: String) {
      self.init(
        network: network, key: AttachmentKey(containerID: "", interfaceName: ""),
        namespacePath: nil)
    }
  }
}
