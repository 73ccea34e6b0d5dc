public import Addressing

/// An attachment that libcni remembers, from its ADD until its DEL.
public struct CachedADD: Equatable, Sendable {
  /// Of its file.
  public var path: String
  public var network: String = ""
  public var containerID: String = ""
  public var interface: String = ""
  public var addresses: [Prefix] = []
  /// The path of the namespace it was made in.
  public var namespacePath: String?
  /// Where the container lives now.
  public var namespace: NamespaceID?
  /// The pod, as the entry names it.
  public var pod: String?
  public var since: Timestamp?
  public var state: State
  /// What the state was concluded from, in one sentence.
  public var evidence: String = ""

  public init(
    path: String, network: String = "", containerID: String = "", interface: String = "",
    addresses: [Prefix] = [], namespacePath: String? = nil, namespace: NamespaceID? = nil,
    pod: String? = nil, since: Timestamp? = nil, state: State, evidence: String = ""
  ) {
    self.path = path
    self.network = network
    self.containerID = containerID
    self.interface = interface
    self.addresses = addresses
    self.namespacePath = namespacePath
    self.namespace = namespace
    self.pod = pod
    self.since = since
    self.state = state
    self.evidence = evidence
  }

  public enum State: String, CaseIterable, Sendable {
    case live
    /// Its namespace is gone: nobody called DEL, or DEL failed.
    case stale
    /// The file is of no use: a DEL gets no result from it.
    case broken
    /// Not everything could be read, so nothing can be said.
    case unsure
  }
}
