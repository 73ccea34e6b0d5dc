public import Addressing
public import CNI

/// Addresses of host-local that an attachment holds, or is to hold.
public struct Reservation: Hashable, Sendable {
  public var dataDir: String
  public var network: String
  public var key: AttachmentKey
  /// Empty to mean, for a release, whatever it holds.
  public var addresses: [AllocatedAddress]
  /// Of a release without addresses: those that it is said to hold (`prevResult`).
  public var known: [IPAddress]

  public init(
    dataDir: String, network: String, key: AttachmentKey, addresses: [AllocatedAddress] = [],
    known: [IPAddress] = []
  ) {
    self.dataDir = dataDir
    self.network = network
    self.key = key
    self.addresses = addresses
    self.known = known
  }

  var directory: String { "\(dataDir)/\(network)" }
}
