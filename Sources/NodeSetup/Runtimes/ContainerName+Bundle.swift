extension ContainerName {
  /// From a bundle of containerd's CRI plugin.
  init(containerd id: String, _ bundle: Bundle) {
    self.init(id: id, source: .containerd)
    podName = bundle.annotation("io.kubernetes.cri.sandbox-name")
    podNamespace = bundle.annotation("io.kubernetes.cri.sandbox-namespace")
    containerName = bundle.annotation("io.kubernetes.cri.container-name", "nerdctl/name")
    isSandbox = bundle.annotation("io.kubernetes.cri.container-type") == "sandbox"
    take(bundle)
  }

  /// From a bundle below a containers/storage directory: CRI-O annotates every one of its own.
  init(storage id: String, _ bundle: Bundle) {
    let kind = bundle.annotation("io.kubernetes.cri-o.ContainerType")
    self.init(id: id, source: kind == nil ? .podman : .crio)
    podName = bundle.annotation("io.kubernetes.cri-o.KubeName", "io.kubernetes.pod.name")
    podNamespace = bundle.annotation("io.kubernetes.cri-o.Namespace", "io.kubernetes.pod.namespace")
    containerName = bundle.annotation(
      "io.kubernetes.container.name", "io.kubernetes.cri-o.ContainerName",
      "io.podman.annotations.container-name")
    isSandbox = kind == "sandbox"
    take(bundle)
  }

  private mutating func take(_ bundle: Bundle) {
    hostname = bundle.hostname
    namespacePath = bundle.namespacePath
  }
}
