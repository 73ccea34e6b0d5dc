import Addressing
import CNI
import Netlink
import NodeSetup
import Topology

/// Which containers live in which namespace, by what CNI's files and the runtimes' say.
///
/// A namespace's path is the best evidence; then the container that its processes' control group is
/// named after; then a cached address that is up there.
struct ContainerFinder {
  private var byPath: [String: [Container]] = [:]
  private var byID: [String: Container] = [:]
  private var byAddress: [IPAddress: [Container]] = [:]

  init(files: NodeFiles, names: RuntimeNames) {
    for attachment in files.attachments { add(attachment) }
    for name in names.containers { add(name) }
  }

  /// The containers of a namespace, sandboxes first.
  func containers(of facts: NamespaceFacts) -> [Container] {
    var found: [Container] = []
    for path in facts.paths {
      for container in byPath[Self.plain(path)] ?? [] { Self.merge(container, into: &found) }
    }
    for id in facts.containerIDs {
      if let container = byID[id] { Self.merge(container, into: &found) }
    }
    if found.isEmpty {
      for container in containersByAddress(of: facts) { Self.merge(container, into: &found) }
    }
    for position in found.indices {
      if let same = byID[found[position].id] { found[position].complete(with: same) }
    }
    return found.sorted {
      ($0.podName == nil ? 1 : 0, $0.source) < ($1.podName == nil ? 1 : 0, $1.source)
    }
  }

  private func containersByAddress(of facts: NamespaceFacts) -> [Container] {
    let addresses = facts.content.addresses.values.joined().map(\.prefix.address)
    return addresses.filter { !$0.isLoopback && !$0.isLinkLocal }.flatMap { byAddress[$0] ?? [] }
  }

  private mutating func add(_ attachment: CachedAttachment) {
    let container = Container(
      id: attachment.key.containerID, source: .cni, podNamespace: attachment.pod?.namespace,
      podName: attachment.pod?.name, attachments: [Container.Attachment(attachment)])
    if let path = attachment.namespacePath {
      byPath[Self.plain(path), default: []].append(container)
    }
    for address in attachment.result.addresses {
      byAddress[address.prefix.address, default: []].append(container)
    }
    byID[container.id, default: container].complete(with: container)
  }

  private mutating func add(_ name: ContainerName) {
    let container = Container(name)
    if let path = name.namespacePath { byPath[Self.plain(path), default: []].append(container) }
    byID[container.id, default: container].complete(with: container)
  }

  private static func merge(_ container: Container, into found: inout [Container]) {
    if let position = found.firstIndex(where: { $0.id == container.id }) {
      found[position].complete(with: container)
    } else {
      found.append(container)
    }
  }

  /// `/var/run` is `/run` on every distribution of today.
  private static func plain(_ path: String) -> String {
    path.hasPrefix("/var/run/") ? String(path.dropFirst(4)) : path
  }
}

extension Container {
  fileprivate init(_ name: ContainerName) {
    let pod = name.podName.map { _ in name.podNamespace } ?? nil
    self.init(
      id: name.id, source: Namespace.Label.Source(name.source), podNamespace: pod,
      podName: name.podName, name: name.containerName ?? name.hostname)
  }

  /// Takes what the other knows and this does not.
  fileprivate mutating func complete(with other: Container) {
    if podName == nil { (podNamespace, podName) = (other.podNamespace, other.podName) }
    if name == nil { name = other.name }
    for attachment in other.attachments where !attachments.contains(attachment) {
      attachments.append(attachment)
    }
  }
}

extension Namespace.Label.Source {
  fileprivate init(_ source: ContainerName.Source) {
    switch source {
    case .containerd: self = .containerd
    case .crio: self = .crio
    case .podman: self = .podman
    case .docker: self = .docker
    }
  }
}

extension Container.Attachment {
  init(_ cached: CachedAttachment) {
    self.init(
      network: cached.network, containerID: cached.key.containerID,
      interface: cached.key.interfaceName)
  }
}
