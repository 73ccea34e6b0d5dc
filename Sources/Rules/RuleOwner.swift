import Topology

extension Rule.Owner {
  /// Whose chain it is, by the names that each program gives its own tables and chains; `nil` for
  /// one that many use.
  init?(_ chain: ChainID) {
    guard let owner = Self.table(chain.table.name) ?? Self.chain(chain.name) else { return nil }
    self = owner
  }

  /// Whose rule it is in a chain that many use: by the chain it jumps to, its comment, its interface.
  init(_ action: Rule.Action, _ match: Rule.Match, comment: String) {
    let target: String? =
      switch action {
      case .jump(let chain), .goto(let chain): chain
      case .masquerade, .snat, .dnat, .redirect, .netmap, .accept, .drop, .reject, .return, .other:
        nil
      }
    self =
      target.flatMap(Self.chain) ?? Self.comment(comment) ?? Self.interface(match) ?? .other
  }

  private static func table(_ name: String) -> Self? {
    switch name {
    case "cni_plugins_masquerade": .cni
    case "cni_hostport": .portmap
    case "kube-proxy": .kubeProxy
    case "docker-bridges": .docker
    case "netavark": .podman
    case "firewalld": .firewalld
    case "libvirt_network": .libvirt
    case "flannel-ipv4", "flannel-ipv6": .flannel
    default: nil
    }
  }

  private static func chain(_ name: String) -> Self? {
    prefixes.first { name.hasPrefix($0.0) }?.1
  }

  /// The longer before the shorter.
  private static let prefixes: [(String, Self)] = [
    ("CNI-HOSTPORT", .portmap), ("CNI-DN-", .portmap), ("CNI-SN-", .portmap), ("CNI-", .cni),
    ("KUBE-", .kubeProxy), ("DOCKER", .docker), ("NETAVARK", .podman), ("LIBVIRT_", .libvirt),
    ("FLANNEL-", .flannel), ("cali-", .calico), ("CILIUM_", .cilium), ("OLD_CILIUM_", .cilium),
  ]

  private static func comment(_ text: String) -> Self? {
    if text.hasPrefix("kubernetes ") || text.hasPrefix("kube-") { return .kubeProxy }
    if text.hasPrefix("flanneld ") { return .flannel }
    return nil
  }

  private static func interface(_ match: Rule.Match) -> Self? {
    let isDocker =
      match.inInterface?.contains("docker0") == true
      || match.outInterface?.contains("docker0") == true
    return isDocker ? .docker : nil
  }
}
