extension AgentSettings {
  /// Those of every agent that is on this node.
  static func all(_ roots: Roots, _ processes: [AgentProcess]) -> [AgentSettings] {
    func process(_ kind: AgentKind) -> AgentProcess? { processes.first { $0.kind == kind } }
    return [
      AgentSettings(kubelet: process(.kubelet), roots),
      AgentSettings(
        containerd: .containerd, process: process(.containerd), config: roots.containerdConfig,
        roots),
      AgentSettings(containerd: .k3s, process: process(.k3s), config: roots.k3sConfig, roots),
      AgentSettings(crio: process(.crio), roots),
      AgentSettings(podman: roots),
    ].filter(\.isHere)
  }
}
