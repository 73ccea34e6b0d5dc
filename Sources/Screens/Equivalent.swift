import Recording
import Topology

/// What a person would type to see the same.
enum Equivalent {
  /// `ip` inside a namespace: by its name under /run/netns, else by a path or a process in it.
  static func ip(_ arguments: String, in namespace: Namespace) -> String {
    if namespace.isHost { return "ip " + arguments }
    let prefixes = ["/run/netns/", "/var/run/netns/"]
    for path in namespace.paths {
      for prefix in prefixes where path.hasPrefix(prefix) {
        return "ip -n \(String(path.dropFirst(prefix.count)).shellWord) \(arguments)"
      }
    }
    let file = namespace.paths.first ?? namespace.processes.first.map { "/proc/\($0.id)/ns/net" }
    guard let file else { return "ip netns list-id" }
    return "nsenter \("--net=\(file)".shellWord) ip \(arguments)"
  }

  static func commands(for interface: Interface, in namespace: Namespace) -> [String] {
    let name = interface.name.shellWord
    let shown = [ip("addr show dev \(name)", in: namespace)]
    return interface.port == nil ? shown : shown + ["bridge -d link show dev \(name)"]
  }

  static func commands(for pod: Namespace) -> [String] {
    let link = pod.interfaces.first { !$0.isLoopback }
    return link.map { commands(for: $0, in: pod) } ?? [ip("addr", in: pod)]
  }

  static func command(for chain: ChainID) -> String {
    let table = chain.table
    switch table.backend {
    case .nftables:
      return "nft -a list chain \(table.family) \(table.name.shellWord) \(chain.name.shellWord)"
    case .legacy:
      let tool = table.family == "ip6" ? "ip6tables-legacy" : "iptables-legacy"
      return "\(tool) -t \(table.name.shellWord) -S \(chain.name.shellWord)"
    }
  }

  static func command(for holding: Holding?, in network: Network) -> String {
    guard let holding, holding.lease != nil else { return "ls \(network.directory.shellWord)" }
    return "cat \("\(network.directory)/\(holding.address)".shellWord)"
  }
}

extension App {
  /// The equivalent commands of what is selected.
  var commands: [String] {
    let topology = shown.topology
    switch selected {
    case .namespace(let id):
      return topology[id].map { Equivalent.commands(for: $0) } ?? []
    case .interface(let id):
      guard let link = topology[id], let namespace = topology[id.namespace] else { return [] }
      return Equivalent.commands(for: link, in: namespace)
    case .network: return network.map { [Equivalent.command(for: holding, in: $0)] } ?? []
    case .rule(let id): return [Equivalent.command(for: id.chain)]
    case .chain(let id): return [Equivalent.command(for: id)]
    case .forwarding: return ["sysctl net.ipv4.ip_forward"]
    case .missing: return ["nft list ruleset", "iptables-legacy-save -t nat"]
    case .event:
      return row?.namespace.flatMap { topology[$0] }.map { Equivalent.commands(for: $0) } ?? []
    case .cni(let thing): return cniCommands(thing)
    case .masquerade(let rule): return [Equivalent.command(for: rule.chain)]
    case .wire(.entry(let index)):
      return job.map { index < $0.entries.count ? $0.entries[index].commands : [] } ?? []
    case .wire, .group, .owner, nil: return []
    }
  }

  /// What `y` copies.
  var value: String? {
    if isInGrid, let address = cellAddress { return "\(address)" }
    if case .interface(let id) = selected { return shown.topology[id]?.name }
    if case .cni(let thing) = selected { return cniValue(thing) }
    return view == .events ? event?.change.name : row?.cells.first
  }
}
