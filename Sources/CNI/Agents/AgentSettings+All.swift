extension AgentSettings {
  /// Those of every agent that is on this node. The containerd that k3s starts is its own business.
  static func all(_ roots: Roots, _ processes: [AgentProcess]) -> [AgentSettings] {
    func process(_ kind: AgentKind) -> AgentProcess? { processes.first { $0.kind == kind } }
    let containerd = AgentSettings(
      containerd: .containerd, process: process(.containerd), config: roots.containerdConfig, roots)
    let k3s = AgentSettings(
      containerd: .k3s, process: process(.k3s), config: roots.k3sConfig, roots)
    let isOwn = !k3s.files.isEmpty && containerd.files == k3s.files
    return [
      AgentSettings(kubelet: process(.kubelet), roots), isOwn ? nil : containerd, k3s,
      AgentSettings(crio: process(.crio), roots), AgentSettings(podman: roots),
    ].compactMap { $0 }.filter(\.isHere)
  }
}
