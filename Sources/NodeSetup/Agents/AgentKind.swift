/// A program of the node that reads CNI's files, or that asks one which does.
public enum AgentKind: String, Hashable, Sendable, CaseIterable {
  case kubelet
  case containerd
  /// k3s' and rke2's own containerd.
  case k3s
  case crio = "cri-o"
  case podman

  /// As `/proc/PID/comm` has it.
  init?(processName name: String) {
    switch name {
    case "kubelet": self = .kubelet
    case "containerd": self = .containerd
    case "crio": self = .crio
    case "k3s", "k3s-server", "k3s-agent", "rke2": self = .k3s
    case _: return nil
    }
  }
}
