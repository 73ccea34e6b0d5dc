import Addressing
import CNI
import Netlink

extension Step {
  /// What a person would type for the same, one command a line.
  public var commands: [String] {
    switch self {
    case .reserve(let claim): claim.reserving
    case .makeBridge(let spec): spec.commands
    case .makePair(let spec): [spec.command]
    case .plug(let spec): spec.commands
    case .checkSource(let spec): spec.commands
    case .configure(let spec): spec.commands
    case .addRoutes(let routes, let end):
      routes.map { end.inside("ip route add \($0.words) dev \(end.name)") }
    case .addGateways(let spec):
      spec.addresses.map { "ip address add \($0) dev \(spec.sharing.bridge)" }
    case .forward(let family, _): ["sysctl -w \(family.forwarding)=1"]
    case .masquerade(let spec): spec.commands
    case .awaitPort(let host):
      ["until ip link show \(host) | grep -q 'state UP'; do sleep 0.1; done"]
    case .deletePair(let end): [end.inside("ip link delete \(end.name)")]
    case .endMasquerade(let mark):
      [
        "nft -a list chain inet \(Masquerade.table.name) \(Masquerade.checks.name)"
          + " | grep \(mark.prefix)",
        "nft delete rule inet \(Masquerade.table.name) \(Masquerade.checks.name) handle …",
      ]
    case .endSourceCheck(let mark):
      [
        "nft delete chain bridge nat \(mark.interfaceChain)",
        "nft delete chain bridge nat \(mark.macChain)",
      ]
    case .release(let claim):
      ["grep -lx '\(claim.key.containerID).*' \(claim.directory)/*.* | xargs rm"]
    }
  }
}

extension Claim {
  fileprivate var reserving: [String] {
    addresses.flatMap { given in
      let address = given.prefix.address
      return [
        "flock \(directory)/lock sh -Cc 'printf \"\(key.containerID)\\r\\n\(key.interfaceName)\""
          + " > \(directory)/\(address)'",
        "echo -n \(address) > \(directory)/last_reserved_ip.\(given.set)",
      ]
    }
  }
}

extension BridgeSpec {
  fileprivate var commands: [String] {
    let size = mtu.map { " mtu \($0)" } ?? ""
    let kind = filtersVLANs ? " vlan_filtering 1" : ""
    return [
      "ip link add name \(name)\(size) type bridge\(kind)",
      "sysctl -w net/ipv6/conf/\(name)/accept_ra=0",
      "ip link set dev \(name) up" + (isPromiscuous ? " promisc on" : ""),
    ]
  }
}

extension PairSpec {
  fileprivate var command: String {
    let size = mtu.map { " mtu \($0)" } ?? ""
    let address = mac.map { " address \($0)" } ?? ""
    return "ip link add name \(host)\(size) type veth"
      + " peer name \(pod.name)\(size)\(address) netns \(pod.namespacePath)"
  }
}

extension PortSpec {
  fileprivate var commands: [String] {
    var commands = [
      "sysctl -w net/ipv6/conf/\(host)/accept_ra=0",
      "ip link set dev \(host) master \(bridge) up",
    ]
    if isHairpin { commands.append("bridge link set dev \(host) hairpin on") }
    if isIsolated { commands.append("bridge link set dev \(host) isolated on") }
    if !vlans.isEmpty, !keepsDefaultVLAN {
      commands.append("bridge vlan del dev \(host) vid 1")
    }
    return commands + vlans.map { "bridge vlan add dev \(host) vid \($0.words)" }
  }
}

extension PortSpec.VLAN {
  fileprivate var words: String {
    let range =
      ids.count == 1 ? "\(ids.lowerBound)" : "\(ids.lowerBound)-\(ids.upperBound)"
    return range + (isNative ? " pvid untagged" : "")
  }
}

extension SourceSpec {
  fileprivate var commands: [String] {
    let (chain, macChain) = (mark.interfaceChain, mark.macChain)
    return [
      "nft add table bridge nat",
      "nft add chain bridge nat PREROUTING '{ type filter hook prerouting priority -300; }'",
      "nft add chain bridge nat \(chain)", "nft add chain bridge nat \(macChain)",
      "nft add rule bridge nat PREROUTING iifname \(host) jump \(chain)",
      "nft add rule bridge nat \(chain) jump \(macChain)",
      "nft add rule bridge nat \(macChain) ether saddr "
        + "$(\(pod.inside("cat /sys/class/net/\(pod.name)/address"))) return",
      "nft add rule bridge nat \(macChain) drop",
    ]
  }
}

extension EndSpec {
  fileprivate var commands: [String] {
    var commands: [String] = []
    if hasIPv6 {
      commands += ["lo", pod.name].map { "sysctl -w net/ipv6/conf/\($0)/disable_ipv6=0" }
      commands.append("sysctl -w net/ipv6/conf/\(pod.name)/keep_addr_on_down=1")
      commands.append("sysctl -w net/ipv6/conf/\(pod.name)/accept_dad=\(detectsDuplicates ? 1 : 0)")
    }
    if !addresses.isEmpty { commands.append("sysctl -w net/ipv4/conf/\(pod.name)/arp_notify=1") }
    commands += addresses.map { "ip address add \($0) dev \(pod.name)" }
    return (commands + ["ip link set dev \(pod.name) up"]).map(pod.inside)
  }
}

extension MasqueradeSpec {
  fileprivate var commands: [String] {
    switch backend {
    case .nftables: byNftables
    case .iptables: byIPTables
    }
  }

  private var byIPTables: [String] {
    IPAddress.Family.allCases.flatMap { family -> [String] in
      let own = addresses.filter { $0.address.family == family }
      guard !own.isEmpty else { return [] }
      let program = family == .v4 ? "iptables-restore" : "ip6tables-restore"
      return ["\(program) --noflush --wait <<END\n\(IPTables(family, mark).script(own))END"]
    }
  }

  private var byNftables: [String] {
    let (table, checks) = (Masquerade.table.name, Masquerade.checks.name)
    let post = "\(table) \(Masquerade.postrouting.name)"
    let chains = [
      "nft add table inet \(table)", "nft add chain inet \(table) \(checks)",
      "nft add chain inet \(post) '{ type nat hook postrouting priority srcnat; }'",
      "nft flush chain inet \(post)", "nft add rule inet \(post) ip daddr 224.0.0.0/4 return",
      "nft add rule inet \(post) ip6 daddr ff00::/8 return",
      "nft add rule inet \(post) goto \(checks)",
    ]
    return chains
      + addresses.map { prefix in
        let family = prefix.address.family == .v4 ? "ip" : "ip6"
        return "nft add rule inet \(table) \(checks) \(family) saddr \(prefix.address)"
          + " \(family) daddr != \(prefix.network) masquerade comment '\"\(mark.comment)\"'"
      }
  }
}

extension PodEnd {
  fileprivate func inside(_ command: String) -> String {
    "nsenter --net=\(namespacePath) \(command)"
  }
}

extension IPAddress.Family {
  /// The setting that makes a node a router.
  var forwarding: String {
    switch self {
    case .v4: "net/ipv4/ip_forward"
    case .v6: "net/ipv6/conf/all/forwarding"
    }
  }
}

extension NewRoute {
  /// As `ip route` takes it.
  fileprivate var words: String {
    var words = [destination.description]
    if let gateway { words.append("via \(gateway)") }
    if let metric { words.append("metric \(metric)") }
    if let table { words.append("table \(table)") }
    if scope != 0 { words.append("scope \(scope)") }
    if let mtu { words.append("mtu \(mtu)") }
    if let segmentSize { words.append("advmss \(segmentSize)") }
    return words.joined(separator: " ")
  }
}
