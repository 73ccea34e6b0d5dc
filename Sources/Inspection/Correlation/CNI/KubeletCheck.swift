import NodeSetup
import Topology

/// The kubelet reads no CNI file: what becomes of its pods is for the runtime that it asks.
struct KubeletCheck {
  private(set) var agent: CNIAgent

  /// `nil` where no kubelet is.
  init?(_ files: NodeFiles, _ readers: [ConfigSelection]) {
    guard let settings = files.agents.first(where: { $0.kind == .kubelet }) else { return nil }
    let presence = settings.process.map { CNIAgent.Presence.running(process: $0) } ?? .configured
    agent = CNIAgent("kubelet", settings, presence: presence)
    let endpoint = settings[.endpoint]?.values.first ?? "unix:///run/containerd/containerd.sock"
    let runtime = Self.runtime(at: endpoint, readers.map(\.agent))
    agent.summary = "asks \(runtime?.name ?? "its runtime") at \(endpoint)"
    if let runtime {
      if let worst = runtime.findings.first(where: { $0.severity == .broken }) {
        agent.summary = "asks \(runtime.name), which fails (\(endpoint))"
        agent.findings.append(.init(.broken, "\(runtime.name): \(worst.text)"))
      }
    } else {
      agent.findings.append(.init(.suspect, "nobody here is known to answer at \(endpoint)"))
    }
    warn(of: settings, runtime)
  }

  private static func runtime(at endpoint: String, _ agents: [CNIAgent]) -> CNIAgent? {
    let kind: AgentKind? =
      endpoint.contains("/k3s/") || endpoint.contains("/rke2/")
      ? .k3s
      : endpoint.contains("crio") ? .crio : endpoint.contains("containerd") ? .containerd : nil
    return agents.first { $0.name == kind?.rawValue && $0.presence.counts }
  }

  /// These flags ended with dockershim.
  private mutating func warn(of settings: AgentSettings, _ runtime: CNIAgent?) {
    let flags = [AgentSetting.Key.removedFlag, .confDirectory, .pluginDirectories, .cacheDirectory]
      .compactMap { settings[$0] }
    guard !flags.isEmpty else { return }
    let names = flags.map(\.name).joined(separator: ", ")
    agent.findings.append(
      .init(.suspect, "\(names): a kubelet from 1.24 on does not start with it"))
    if let named = settings.paths(.confDirectory).first, let used = runtime?.confDirectory,
      named != used
    {
      agent.findings.append(
        .init(.suspect, "--cni-conf-dir says \(named), and \(runtime?.name ?? "") reads \(used)"))
    }
  }
}
