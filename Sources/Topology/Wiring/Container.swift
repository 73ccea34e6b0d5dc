/// A container or pod sandbox, as the files of CNI or of a runtime describe it.
public struct Container: Hashable, Sendable {
  public var id: String
  public var source: Namespace.Label.Source
  /// Kubernetes' namespace, and the pod in it.
  public var podNamespace: String?
  public var podName: String?
  /// The runtime's own name of the container.
  public var name: String?
  /// The CNI networks it is attached to, each with the interface inside.
  public var attachments: [Attachment] = []

  public init(
    id: String, source: Namespace.Label.Source, podNamespace: String? = nil, podName: String? = nil,
    name: String? = nil, attachments: [Attachment] = []
  ) {
    self.id = id
    self.source = source
    self.podNamespace = podNamespace
    self.podName = podName
    self.name = name
    self.attachments = attachments
  }

  /// `default/web-7d9` where it is a pod, else the container's name, else the first 12 digits of
  /// its id.
  public var title: String {
    if let podName { return podNamespace.map { "\($0)/\(podName)" } ?? podName }
    return name ?? String(id.prefix(12))
  }

  /// One network's interface in one container: what an ADD makes and a DEL takes away.
  public struct Attachment: Hashable, Sendable {
    public var network: String
    public var containerID: String
    /// The interface's name inside. Empty where an old lease does not say.
    public var interface: String

    public init(network: String, containerID: String, interface: String) {
      self.network = network
      self.containerID = containerID
      self.interface = interface
    }
  }
}
