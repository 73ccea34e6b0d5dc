public import SystemPackage

/// Where the files of a node are. A test or a replay puts all of them under a directory of its own.
public struct NodePaths: Hashable, Sendable {
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
  /// CRI-O's and podman's bundles, of each of their storage drivers: `ID/userdata/config.json` below each.
  public var storageDirectories: [FilePath]
  /// Docker's containers: `ID/config.v2.json` below each.
  public var dockerDirectories: [FilePath]
  /// The kubelet's own configuration, where its flags name no other.
  public var kubeletConfig: FilePath
  /// Flags that it is started with, the last file's win.
  public var kubeletFlagFiles: [FilePath]
  /// Drop-ins of its systemd unit.
  public var kubeletUnitDirectories: [FilePath]
  public var containerdConfig: FilePath
  public var k3sConfig: FilePath
  public var crioConfig: FilePath
  public var crioDropIns: FilePath
  /// The last file's settings win.
  public var podmanConfigs: [FilePath]
  public var podmanDropIns: FilePath
  /// Where the kernel shows processes.
  public var processes: FilePath
  /// Put before every path that a configuration names.
  public var prefix: FilePath

  /// The usual places, below another directory than `/` where `prefix` says so.
  public init(prefix: FilePath = "/") {
    func below(_ paths: FilePath...) -> [FilePath] { paths.map { prefix.appending($0.components) } }
    self.prefix = prefix
    confDirectories = below("/etc/cni/net.d", "/var/lib/rancher/k3s/agent/etc/cni/net.d")
    binDirectories = below(
      "/opt/cni/bin", "/usr/lib/cni", "/usr/libexec/cni", "/var/lib/rancher/k3s/data/cni",
      "/var/lib/rancher/k3s/data/current/bin")
    leaseDirectories = below("/var/lib/cni/networks")
    resultDirectories = below("/var/lib/cni/results", "/var/lib/cni/cache/results")
    delegateDirectories = below("/var/lib/cni/flannel")
    containerdDirectories = below(
      "/run/containerd/io.containerd.runtime.v2.task",
      "/run/k3s/containerd/io.containerd.runtime.v2.task")
    storageDirectories = ["overlay", "vfs"].flatMap { driver in
      ["/run", "/var/lib"].map { root in
        prefix.appending(FilePath("\(root)/containers/storage/\(driver)-containers").components)
      }
    }
    dockerDirectories = below("/var/lib/docker/containers")
    processes = below("/proc")[0]
    kubeletConfig = below("/var/lib/kubelet/config.yaml")[0]
    kubeletFlagFiles = below(
      "/var/lib/kubelet/kubeadm-flags.env", "/etc/default/kubelet", "/etc/sysconfig/kubelet")
    kubeletUnitDirectories = below(
      "/usr/lib/systemd/system/kubelet.service.d", "/etc/systemd/system/kubelet.service.d")
    containerdConfig = below("/etc/containerd/config.toml")[0]
    k3sConfig = below("/var/lib/rancher/k3s/agent/etc/containerd/config.toml")[0]
    crioConfig = below("/etc/crio/crio.conf")[0]
    crioDropIns = below("/etc/crio/crio.conf.d")[0]
    podmanConfigs = below(
      "/usr/share/containers/containers.conf", "/etc/containers/containers.conf")
    podmanDropIns = below("/etc/containers/containers.conf.d")[0]
  }

  /// Where the files of agents stand, whether they are there or not.
  var agentDirectories: [FilePath] {
    let files =
      [kubeletConfig, containerdConfig, k3sConfig, crioConfig] + kubeletFlagFiles + podmanConfigs
    return files.map { $0.removingLastComponent() } + kubeletUnitDirectories
      + [crioDropIns, podmanDropIns]
  }

  /// A path that a configuration names, as it is reached from here.
  func resolved(_ path: FilePath) -> FilePath { prefix.appending(path.components) }
}
