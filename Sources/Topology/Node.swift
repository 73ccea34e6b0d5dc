/// The machine itself.
public struct Node: Hashable, Sendable {
  public var name: String
  /// As `uname -r` says.
  public var kernel: String
  public var bootedAt: Timestamp?
  /// Container runtimes and agents seen running: `containerd`, `crio`, `dockerd`, `kubelet`, …
  public var agents: [String] = []
  /// Whether it passes on IPv4 packets of others (`net.ipv4.ip_forward`); `nil` if that is not known.
  public var forwardsIPv4: Bool?

  public init(
    name: String, kernel: String, bootedAt: Timestamp? = nil, agents: [String] = [],
    forwardsIPv4: Bool? = nil
  ) {
    self.name = name
    self.kernel = kernel
    self.bootedAt = bootedAt
    self.agents = agents
    self.forwardsIPv4 = forwardsIPv4
  }
}
