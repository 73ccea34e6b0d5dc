import Formats

/// One attachment as the runtime's libcni remembers it (`cniCacheV1`), from ADD until DEL.
public struct CachedAttachment: Hashable, Sendable {
  /// The name of its file, `NETWORK-CONTAINERID-IFNAME`.
  public let file: String
  public let network: String
  public let key: AttachmentKey
  /// Where the namespace was bound when it was attached; newer runtimes' caches have it themselves,
  /// otherwise the sandbox of the result's interface of that name.
  public let namespacePath: String?
  /// The owner; `nil` outside Kubernetes.
  public let pod: PodIdentity?
  /// The network as it was configured then; `nil` where that cannot be read.
  public let config: NetworkConfig?
  /// Ranges that the runtime passed (capability `ipRanges`), used before the configured ones.
  public let runtimeRanges: [[RangeConfig]]
  /// What of it could be read.
  public let result: AttachmentResult
  /// When it was written, in nanoseconds since 1970.
  public let since: Int64
}

extension CachedAttachment {
  /// Only whole entries are believed; the configuration is decoded by the caller, who has often
  /// seen the same one already.
  init(
    _ entry: CacheEntry, file: String, since: Int64, config: NetworkConfig?
  ) throws(FormatFailure) {
    let (key, network) = (entry.key, entry.network)
    try CacheKey.containerID.check(key.containerID, \.isContainerID)
    try CacheKey.interfaceName.check(key.interfaceName, \.isInterfaceName)
    try CacheKey.network.check(network, \.isNetworkName)
    let result = AttachmentResult(cached: entry.result)
    self.init(
      file: file, network: network, key: key,
      namespacePath: entry.namespacePath ?? result.sandbox(of: key.interfaceName),
      pod: PodIdentity(entry), config: config, runtimeRanges: entry.ranges, result: result,
      since: since)
  }
}

extension CacheKey {
  fileprivate func check(
    _ name: String, _ isAllowed: (String) -> Bool
  ) throws(FormatFailure) {
    guard !name.isEmpty else { throw .missing(key: rawValue) }
    guard isAllowed(name) else { throw .invalid(key: rawValue, value: name) }
  }
}

extension AttachmentResult {
  fileprivate func sandbox(of interface: String) -> String? {
    interfaces.first { $0.name == interface && $0.sandbox != nil }?.sandbox
  }
}

extension PodIdentity {
  fileprivate init?(_ entry: CacheEntry) {
    guard let name = entry.argument("K8S_POD_NAME"),
      let namespace = entry.argument("K8S_POD_NAMESPACE")
    else { return nil }
    self.init(namespace: namespace, name: name, uid: entry.argument("K8S_POD_UID") ?? "")
  }
}
