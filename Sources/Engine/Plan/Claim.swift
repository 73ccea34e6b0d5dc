public import CNI

/// Addresses of host-local that an attachment holds, or is to hold.
public struct Claim: Hashable, Sendable {
  public var dataDir: String
  public var network: String
  public var key: AttachmentKey
  /// Empty to mean, for a release, whatever it holds.
  public var addresses: [AllocatedAddress]

  public init(
    dataDir: String, network: String, key: AttachmentKey, addresses: [AllocatedAddress] = []
  ) {
    self.dataDir = dataDir
    self.network = network
    self.key = key
    self.addresses = addresses
  }

  var directory: String { "\(dataDir)/\(network)" }
}
