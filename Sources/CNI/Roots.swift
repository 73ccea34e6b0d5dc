public import SystemPackage

/// Where the files of a node are. A test or a replay puts all of them under a directory of its own.
public struct Roots: Hashable, Sendable {
  /// CNI configuration: of most runtimes, and of k3s.
  public var confDirectories: [FilePath]
  /// Where plugins are looked for, in this order.
  public var binDirectories: [FilePath]
  /// host-local's data directories; those named in configurations come on top.
  public var leaseDirectories: [FilePath]
  /// libcni's result caches: its own place, then that of cri-dockerd and older kubelets.
  public var resultDirectories: [FilePath]
  /// What flannel had its delegates do, one file for each container.
  public var delegateDirectories: [FilePath]
  /// containerd's bundles: `NAMESPACE/ID/config.json` below each.
  public var containerdDirectories: [FilePath]
  /// CRI-O's and podman's bundles: `ID/userdata/config.json` below each.
  public var storageDirectories: [FilePath]
  /// Docker's containers: `ID/config.v2.json` below each.
  public var dockerDirectories: [FilePath]
  /// Put before every path that a configuration names.
  public var prefix: FilePath

  /// The usual places, below another directory than `/` where `prefix` says so.
  public init(prefix: FilePath = "/") {
    func below(_ paths: FilePath...) -> [FilePath] { paths.map { prefix.appending($0.components) } }
    self.prefix = prefix
    confDirectories = below("/etc/cni/net.d", "/var/lib/rancher/k3s/agent/etc/cni/net.d")
    binDirectories = below(
      "/opt/cni/bin", "/usr/lib/cni", "/usr/libexec/cni", "/var/lib/rancher/k3s/data/cni")
    leaseDirectories = below("/var/lib/cni/networks")
    resultDirectories = below("/var/lib/cni/results", "/var/lib/cni/cache/results")
    delegateDirectories = below("/var/lib/cni/flannel")
    containerdDirectories = below(
      "/run/containerd/io.containerd.runtime.v2.task",
      "/run/k3s/containerd/io.containerd.runtime.v2.task")
    storageDirectories = below(
      "/run/containers/storage/overlay-containers", "/var/lib/containers/storage/overlay-containers"
    )
    dockerDirectories = below("/var/lib/docker/containers")
  }

  /// A path that a configuration names, as it is reached from here.
  func resolved(_ path: FilePath) -> FilePath { prefix.appending(path.components) }
}
