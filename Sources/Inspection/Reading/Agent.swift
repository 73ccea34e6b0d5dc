import Files
import SystemPackage

/// A program that wires or runs containers, known by the socket it listens on.
enum Agent: String, CaseIterable {
  case containerd
  case k3s
  case crio = "cri-o"
  case docker
  case podman
  case kubelet

  private var socket: FilePath {
    switch self {
    case .containerd: "/run/containerd/containerd.sock"
    case .k3s: "/run/k3s/containerd/containerd.sock"
    case .crio: "/run/crio/crio.sock"
    case .docker: "/run/docker.sock"
    case .podman: "/run/podman/podman.sock"
    case .kubelet: "/var/lib/kubelet/device-plugins/kubelet.sock"
    }
  }

  /// The names of those whose socket is there.
  static func running() -> [String] {
    allCases.filter { FileFacts.areThere(at: $0.socket) }.map(\.rawValue)
  }
}
