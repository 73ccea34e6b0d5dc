/// The machine itself.
public struct Node: Hashable, Sendable {
  public var name: String
  /// As `uname -r` says.
  public var kernel: String
  public var bootedAt: Timestamp?
  /// Container runtimes and agents seen running: `containerd`, `crio`, `dockerd`, `kubelet`, …
  public var agents: [String] = []

  public init(name: String, kernel: String, bootedAt: Timestamp? = nil, agents: [String] = []) {
    self.name = name
    self.kernel = kernel
    self.bootedAt = bootedAt
    self.agents = agents
  }
}
