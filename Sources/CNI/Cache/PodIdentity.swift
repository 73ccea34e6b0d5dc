/// What a Kubernetes runtime calls the owner of an attachment (the `K8S_POD_…` arguments).
public struct PodIdentity: Hashable, Sendable {
  public let namespace: String
  public let name: String
  /// Empty where the runtime did not pass it.
  public let uid: String

  public init(namespace: String, name: String, uid: String = "") {
    self.namespace = namespace
    self.name = name
    self.uid = uid
  }
}
