import CNI
import Engine
import Topology

extension WireOrder {
  /// Attaches a namespace that is there.
  static func add(_ pod: Namespace, to network: String) -> WireOrder? {
    guard let path = pod.path else { return nil }
    let taken = Set(pod.interfaces.map(\.name))
    let name = (0...).lazy.map { "eth\($0)" }.first { !taken.contains($0) } ?? "eth0"
    let key = AttachmentKey(
      containerID: pod.containers.first?.id ?? pod.place, interfaceName: name)
    return WireOrder(
      verb: .add,
      attachment: Runtime.Order(network: network, key: key, namespacePath: path),
      place: pod.label.text)
  }

  /// Makes a namespace and attaches it.
  static func add(newNamespace name: String, to network: String) -> WireOrder {
    let key = AttachmentKey(containerID: name, interfaceName: "eth0")
    return WireOrder(
      verb: .add,
      attachment: Runtime.Order(network: network, key: key, namespacePath: "/run/netns/\(name)"),
      place: name, newNamespace: name)
  }

  /// Something with an attachment that a pod has.
  static func order(_ verb: Verb, _ attachment: Container.Attachment, of pod: Namespace?)
    -> WireOrder
  {
    let key = AttachmentKey(
      containerID: attachment.containerID, interfaceName: attachment.interface)
    let container = pod?.containers.first { $0.id == attachment.containerID }
    return WireOrder(
      verb: verb,
      attachment: Runtime.Order(
        network: attachment.network, key: key, namespacePath: pod?.path),
      place: pod?.label.text ?? attachment.containerID, naming: container?.naming ?? "")
  }
}

extension Namespace {
  /// A file that leads to it.
  fileprivate var path: String? { paths.first ?? processes.first.map { "/proc/\($0.id)/ns/net" } }

  /// What it is called where no runtime has named it.
  fileprivate var place: String {
    paths.first?.split(separator: "/").last.map(String.init)
      ?? processes.first.map { "pid-\($0.id)" } ?? "unnamed"
  }
}

extension Container {
  /// What a runtime says of a Kubernetes pod in `CNI_ARGS`.
  fileprivate var naming: String? {
    guard let podNamespace, let podName,
      !"\(podNamespace)\(podName)".utf8.contains(where: { ";=".utf8.contains($0) })
    else { return nil }
    return "IgnoreUnknown=1;K8S_POD_NAMESPACE=\(podNamespace);K8S_POD_NAME=\(podName)"
  }
}
