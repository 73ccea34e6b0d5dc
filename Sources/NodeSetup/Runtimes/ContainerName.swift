/// What a container runtime itself calls a container.
public struct ContainerName: Hashable, Sendable {
  /// The runtime's id: 64 hexadecimal digits as a rule.
  public let id: String
  public let source: Source
  public internal(set) var podNamespace: String?
  public internal(set) var podName: String?
  public internal(set) var containerName: String?
  public internal(set) var hostname: String?
  /// Where its network namespace is bound; `nil` where the runtime made none or keeps it to itself.
  public internal(set) var namespacePath: String?
  /// Whether it only holds a pod's namespaces.
  public internal(set) var isSandbox = false

  public enum Source: Hashable, Sendable, CaseIterable {
    case containerd
    case crio
    case podman
    case docker
  }

  init(id: String, source: Source) {
    self.id = id
    self.source = source
  }
}
