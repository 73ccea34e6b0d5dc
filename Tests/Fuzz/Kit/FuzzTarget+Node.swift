import CNI
import Foundation
import NodeSetup
import SystemPackage

/// A node whose files all hold the same.
extension FuzzTarget {
  static func readNode(_ bytes: [UInt8]) {
    guard let root = NodeRoot() else { return }
    for path in NodeRoot.paths { try? root.write(path, bytes) }
    let nodePaths = NodePaths(prefix: root.path)
    let files = NodeFiles(nodePaths)
    _ = (files.gaps, files.attachments, files.networks, RuntimeNames(nodePaths).containers)
  }
}

/// A directory for a node's files, in memory and gone with its owner.
private final class NodeRoot {
  let path: FilePath

  static let paths = [
    "etc/cni/net.d/10-a.conflist", "etc/cni/net.d/20-b.conf", "var/lib/cni/results/net-pod-eth0",
    "var/lib/cni/networks/net/10.22.0.2", "var/lib/cni/networks/net/last_reserved_ip.0",
    "var/lib/cni/flannel/a", "etc/containerd/config.toml", "etc/crio/crio.conf",
    "etc/containers/containers.conf", "var/lib/kubelet/config.yaml", "etc/default/kubelet",
    "opt/cni/bin/bridge", "var/lib/docker/containers/a/config.v2.json",
    "run/containerd/io.containerd.runtime.v2.task/k8s.io/a/config.json",
    "run/containerd/io.containerd.runtime.v2.task/k8s.io/a/init.pid",
    "var/lib/containers/storage/overlay-containers/containers.json",
    "var/lib/containers/storage/overlay-containers/a/userdata/config.json",
  ]

  init?() {
    let place = URL(filePath: "/dev/shm/cnitop-\(UUID())")
    path = FilePath(place.path)
    for file in Self.paths {
      let directory = place.appending(path: file).deletingLastPathComponent()
      guard
        (try? FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true))
          != nil
      else { return nil }
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path.string) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = try FileDescriptor.open(
      path.appending(FilePath(name).components), .writeOnly, options: .create,
      permissions: .ownerReadWrite)
    try file.closeAfter { _ = try file.writeAll(bytes) }
  }
}
