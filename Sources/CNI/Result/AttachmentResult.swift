public import Addressing

/// What ADD answers, whatever the version it is written in (CNI specification, section 5, "Success").
public struct AttachmentResult: Hashable, Sendable {
  /// Those that were made, in the order of making.
  public var interfaces: [Interface]
  public var addresses: [Address]
  public var routes: [ResultRoute]
  public var dns: DNSConfig

  public init(
    interfaces: [Interface] = [], addresses: [Address] = [], routes: [ResultRoute] = [],
    dns: DNSConfig = DNSConfig()
  ) {
    self.interfaces = interfaces
    self.addresses = addresses
    self.routes = routes
    self.dns = dns
  }

  public struct Interface: Hashable, Sendable {
    public var name: String
    public var mac: MACAddress?
    /// In bytes; since 1.1.0.
    public var mtu: UInt32?
    /// The path of the namespace it is in; `nil` for the host's.
    public var sandbox: String?

    public init(name: String, mac: MACAddress? = nil, mtu: UInt32? = nil, sandbox: String? = nil) {
      self.name = name
      self.mac = mac
      self.mtu = mtu
      self.sandbox = sandbox
    }
  }

  public struct Address: Hashable, Sendable {
    /// With the length of its network.
    public var prefix: Prefix
    public var gateway: IPAddress?
    /// The place in ``interfaces`` of the one that has it.
    public var interface: Int?

    public init(prefix: Prefix, gateway: IPAddress? = nil, interface: Int? = nil) {
      self.prefix = prefix
      self.gateway = gateway
      self.interface = interface
    }
  }
}

/// A route that an attachment has, or is to have. What is `nil` the kernel chooses.
public struct ResultRoute: Hashable, Sendable {
  public var destination: Prefix
  /// `nil` goes through the gateway of the address of the same family.
  public var gateway: IPAddress?
  /// In bytes.
  public var mtu: UInt32?
  public var advertisedMSS: UInt32?
  public var priority: UInt32?
  public var table: UInt32?
  /// `RT_SCOPE_*`
  public var scope: UInt8?

  public init(destination: Prefix, gateway: IPAddress? = nil) {
    self.destination = destination
    self.gateway = gateway
  }
}

/// How names are looked up in a container.
public struct DNSConfig: Hashable, Sendable {
  public var nameservers: [String] = []
  public var domain: String?
  public var search: [String] = []
  public var options: [String] = []

  public init() {}

  public var isEmpty: Bool {
    nameservers.isEmpty && domain == nil && search.isEmpty && options.isEmpty
  }
}
