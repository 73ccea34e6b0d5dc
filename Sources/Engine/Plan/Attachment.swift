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
  public var mark: AttachmentMark { AttachmentMark(network: network, key: key) }
}

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

/// What an IPAM plugin gave to an attachment.
public struct Assignment: Hashable, Sendable {
  public var addresses: [AttachmentResult.Address]
  public var routes: [ResultRoute]
  public var dns: DNSConfig
  /// What is still to be reserved; `nil` if another plugin has done that.
  public var claim: Claim?

  public init(
    addresses: [AttachmentResult.Address] = [], routes: [ResultRoute] = [],
    dns: DNSConfig = DNSConfig(), claim: Claim? = nil
  ) {
    self.addresses = addresses
    self.routes = routes
    self.dns = dns
    self.claim = claim
  }

  /// What host-local gives.
  public init(_ claim: Claim, routes: [ResultRoute], dns: DNSConfig = DNSConfig()) {
    self.init(
      addresses: claim.addresses.map { .init(prefix: $0.prefix, gateway: $0.gateway) },
      routes: routes, dns: dns, claim: claim)
  }
}
