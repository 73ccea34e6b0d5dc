import Formats

/// One attachment as the runtime's libcni remembers it (`cniCacheV1`), from ADD until DEL.
public struct CachedAttachment: Hashable, Sendable {
  /// The name of its file, `NETWORK-CONTAINERID-IFNAME`.
  public let file: String
  public let network: String
  public let key: AttachmentKey
  /// Where the namespace was bound when it was attached; newer runtimes' caches have it themselves,
  /// otherwise the sandbox of the result's interface of that name.
  public let netnsPath: String?
  /// The owner; `nil` outside Kubernetes.
  public let pod: PodIdentity?
  /// The network as it was configured then; `nil` where that cannot be read.
  public let config: NetworkConfig?
  /// Ranges that the runtime passed (capability `ipRanges`), used before the configured ones.
  public let runtimeRanges: [[RangeConfig]]
  public let result: CachedResult
  /// When it was written, in nanoseconds since 1970.
  public let since: Int64
}

extension CachedAttachment {
  /// Only whole entries are believed; the configuration is decoded by the caller, who has often
  /// seen the same one already.
  init(_ json: JSON, file: String, since: Int64, config: NetworkConfig?) throws(FormatFailure) {
    let kind = try json.required("kind")
    guard kind == "cniCacheV1" else { throw .invalid(key: "kind", value: kind) }
    let id = try json.required("containerId")
    guard id.isContainerID else { throw .invalid(key: "containerId", value: id) }
    let interface = try json.required("ifName")
    guard interface.isInterfaceName else { throw .invalid(key: "ifName", value: interface) }
    let network = try json.required("networkName")
    guard network.isNetworkName else { throw .invalid(key: "networkName", value: network) }
    let result = CachedResult(json["result"] ?? .null)
    self.init(
      file: file, network: network,
      key: AttachmentKey(containerID: id, interfaceName: interface),
      netnsPath: json["netns"]?.text ?? result.sandbox(of: interface),
      pod: PodIdentity(arguments: json["cniArgs"]?.elements ?? []), config: config,
      runtimeRanges: IPAMConfig.sets(json["capabilityArgs"]?[exactly: "ipRanges"]), result: result,
      since: since)
  }
}

extension CachedResult {
  fileprivate func sandbox(of interface: String) -> String? {
    interfaces.first { $0.name == interface && !$0.sandbox.isEmpty }?.sandbox
  }
}

extension PodIdentity {
  /// From `cniArgs`: pairs of a key and a value.
  fileprivate init?(arguments: [JSON]) {
    func value(_ key: String) -> String? {
      arguments.last { $0.elements.first?.text == key }?.elements.dropFirst().first?.text
    }
    guard let name = value("K8S_POD_NAME"), let namespace = value("K8S_POD_NAMESPACE") else {
      return nil
    }
    self.init(namespace: namespace, name: name, uid: value("K8S_POD_UID") ?? "")
  }
}
