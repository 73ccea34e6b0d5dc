import Addressing
import CNI
import Netlink
import Quoting

extension Step {
  /// What a person would type for the same, one command a line.
  public var commands: [String] {
    switch self {
    case .reserve(let reservation): reservation.reserving
    case .createBridge(let spec): spec.commands
    case .createVeth(let spec): [spec.command]
    case .setMaster(let spec): spec.commands
    case .addMACSpoofCheck(let spec): spec.commands
    case .configure(let spec): spec.commands
    case .addRoutes(let routes, let end):
      routes.map { end.inside("ip route add \($0.words) dev \(end.word)") }
    case .createGatewayVeth(let spec): spec.commands
    case .addGateways(let spec):
      spec.addresses.map { "ip address add \($0) dev \(spec.interface.shellWord)" }
    case .forward(let family, _): [SysctlCommand.setting(family.forwarding, to: "1")]
    case .masquerade(let spec): spec.commands
    case .waitForCarrier(let host):
      ["until ip link show dev \(host.shellWord) | grep -q 'state UP'; do sleep 0.1; done"]
    case .deleteVeth(let pair): [pair.command("delete")]
    case .removeMasquerade(let tag, .nftables):
      [Masquerade.checks.deletingRules(with: tag.prefix)]
    case .removeMasquerade(let tag, .iptables): IPTables.removal(tag)
    case .removeMACSpoofCheck(let tag): MACSpoofCheck(tag).endingCommands
    case .release(let reservation): [reservation.releasing]
    }
  }
}

extension NftChain.ID {
  /// For rules with a comment that has this in it.
  func deletingRules(with comment: String) -> String {
    let chain = "\(table.family) \(table.name) \(name)"
    return "nft -a list chain \(chain) | grep -F \(comment.shellWord) | grep -o '[0-9]*$'"
      + " | xargs -rn1 nft delete rule \(chain) handle"
  }
}

extension Reservation {
  fileprivate var reserving: [String] {
    ["mkdir -p \(directory.shellWord)"]
      + addresses.flatMap { given in
        let address = given.prefix.address
        let writing = "\(content) > \("\(directory)/\(address)".shellWord)"
        return [
          "flock \("\(directory)/lock".shellWord) sh -Cc \(writing.shellWord)",
          "printf %s \(address) > \("\(directory)/last_reserved_ip.\(given.set)".shellWord)",
        ]
      }
  }

  /// Removes those leases that say the same, byte for byte.
  fileprivate var releasing: String {
    "for lease in \(directory.shellWord)/*; do"
      + #" if \#(content) | cmp -s - "$lease"; then rm "$lease"; fi; done"#
  }

  /// Prints what is in a lease.
  private var content: String {
    #"printf "%s\r\n%s" "# + "\(key.containerID.shellWord) \(key.interfaceName.shellWord)"
  }
}

extension BridgeSpec {
  fileprivate var commands: [String] {
    let size = mtu.map { " mtu \($0)" } ?? ""
    let kind = filtersVLANs ? " vlan_filtering 1" : ""
    let word = name.shellWord
    return [
      "ip link add name \(word)\(size) type bridge\(kind)",
      SysctlCommand.setting("net/ipv6/conf/\(name)/accept_ra", to: "0"),
      "ip link set dev \(word) up" + (isPromiscuous ? " promisc on" : ""),
    ]
  }
}

extension VethSpec {
  fileprivate var command: String {
    let size = mtu.map { " mtu \($0)" } ?? ""
    let address = mac.map { " address \($0)" } ?? ""
    return "ip link add name \(host.shellWord)\(size) type veth"
      + " peer name \(pod.word)\(size)\(address) netns \(pod.namespacePath.shellWord)"
  }
}

extension PortSpec {
  fileprivate var commands: [String] {
    let host = host.shellWord
    var commands = ["ip link set dev \(host) master \(bridge.shellWord) up"]
    if isHairpin { commands.append("bridge link set dev \(host) hairpin on") }
    if isIsolated { commands.append("bridge link set dev \(host) isolated on") }
    if !vlans.isEmpty, !keepsDefaultVLAN {
      commands.append("bridge vlan del dev \(host) vid 1")
    }
    return commands + vlans.map { "bridge vlan add dev \(host) vid \($0.words)" }
  }
}

extension GatewayVeth {
  fileprivate var commands: [String] {
    let size = mtu.map { " mtu \($0)" } ?? ""
    let pair = "\(name.shellWord)\(size) type veth peer name \(port.host.shellWord)\(size)"
    return ["ip link add name \(pair)"] + port.commands + ["ip link set dev \(name.shellWord) up"]
  }
}

extension PortSpec.VLAN {
  fileprivate var words: String {
    let range =
      ids.count == 1 ? "\(ids.lowerBound)" : "\(ids.lowerBound)-\(ids.upperBound)"
    return range + (isNative ? " pvid untagged" : "")
  }
}

extension PodEndSpec {
  fileprivate var commands: [String] {
    var commands: [String] = []
    if hasIPv6 {
      let settings = "net/ipv6/conf/\(pod.name)"
      commands = [
        SysctlCommand.setting("net/ipv6/conf/lo/disable_ipv6", to: "0"),
        SysctlCommand.setting("\(settings)/disable_ipv6", to: "0"),
        SysctlCommand.setting("\(settings)/keep_addr_on_down", to: "1"),
        SysctlCommand.setting("\(settings)/accept_dad", to: detectsDuplicates ? "1" : "0"),
      ]
    }
    if !addresses.isEmpty {
      commands.append(SysctlCommand.setting("net/ipv4/conf/\(pod.name)/arp_notify", to: "1"))
    }
    commands += addresses.map { "ip address add \($0) dev \(pod.word)" }
    return (commands + ["ip link set dev \(pod.word) up"]).map(pod.inside)
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
      let lines = IPTables(family, tag).lines(own).map(\.shellWord).joined(separator: " ")
      return [#"printf '%s\n' \#(lines) | \#(program) --noflush --wait"#]
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
          + " \(family) daddr != \(prefix.network) counter masquerade comment \(tag.comment.nftComment.shellWord)"
      }
  }
}

extension VethRemoval {
  /// By the end that is known.
  func command(_ verb: String) -> String {
    guard let pod else {
      return "ip link \(verb) dev \(tag.hostInterface(attempt: 0).shellWord)"
    }
    return pod.inside("ip link \(verb) dev \(pod.word)")
  }
}

extension PodEnd {
  var word: String { name.shellWord }

  func inside(_ command: String) -> String {
    "nsenter \("--net=\(namespacePath)".shellWord) \(command)"
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
  var words: String {
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
