extension TheirTables {
  var linkLines: [String] {
    links.map { line(of: $0) }.sorted()
  }

  private func line(of link: Link) -> String {
    let data = link.linkinfo?.info_data
    let over = link.link_index ?? index(of: link.link ?? data?.link)
    return [
      "\(link.ifindex) \(link.ifname) \(link.linkinfo?.info_kind ?? "-") mtu \(link.mtu) "
        + "\(Self.states[link.operstate] ?? link.operstate) "
        + (link.flags.contains("UP") ? "up" : "down"),
      "mac \(link.address ?? "-") master \(link.master ?? "-")",
      "over \(over.map(String.init) ?? "-")", "alias \(link.ifalias ?? "-")",
      link.promiscuity > 0 ? "promiscuous" : "", data?.line(link.linkinfo?.info_kind) ?? "",
      link.linkinfo?.info_slave_data?.line ?? "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static let states = [
    "UNKNOWN": "unknown", "NOTPRESENT": "not-present", "DOWN": "down",
    "LOWERLAYERDOWN": "lower-layer-down", "TESTING": "testing", "DORMANT": "dormant", "UP": "up",
  ]

  private func index(of name: String?) -> Int? {
    links.first { $0.ifname == name }?.ifindex
  }

  var addressLines: [String] {
    addresses.flatMap { link in
      link.addr_info.map { address in
        let flags: [(String, Bool?)] = [
          ("deprecated", address.deprecated), ("nodad", address.nodad),
          ("noprefixroute", address.noprefixroute), ("secondary", address.secondary),
        ]
        return ProgramTests.line(
          link.ifname, "\(address.local)/\(address.prefixlen)", peer: address.address,
          scope: address.scope,
          flags: flags.filter { $0.1 == true }.map(\.0).joined(separator: ","))
      }
    }.sorted()
  }

  var routeLines: [String] {
    (routes4.map { $0.line(default: "0.0.0.0/0", whole: 32) }
      + routes6.map { $0.line(default: "::/0", whole: 128) }).sorted()
  }

  var neighbourLines: [String] {
    neighbours.map {
      ProgramTests.line(
        $0.dst, $0.dev, mac: $0.lladdr, state: steady($0.state.joined()))
    }.sorted()
  }

  var forwardingLines: [String] {
    forwarding.map {
      ProgramTests.line(
        $0.ifname, $0.mac, vlan: $0.vlan.map(String.init), destination: $0.dst, state: $0.state)
    }.sorted()
  }
}

extension TheirTables.KindData {
  fileprivate func line(_ kind: String?) -> String {
    switch kind {
    case "bridge":
      "bridge \(stp_state == 1) \(vlan_filtering == 1) \((ageing_time ?? 0) / 100) "
        + "\(group_addr ?? "-") \(number(group_fwd_mask))"
    case "macvlan", "macvtap": "mode \(mode ?? "-")"
    case "tun": "mode \(type ?? "-")"
    case "vxlan":
      "vxlan \(id ?? 0) \(local ?? local6 ?? "-") \(remote ?? remote6 ?? "-") \(port ?? 0) "
        + "\(learning ?? true)"
    default: ""
    }
  }
}

/// Reads `0x8`, or `0`.
private func number(_ text: String?) -> Int {
  Int((text ?? "0").drop { $0 == "0" || $0 == "x" }, radix: 16) ?? 0
}

extension TheirTables.PortData {
  fileprivate var line: String {
    "port \(number(no)) \(state) \(hairpin) \(isolated) \(learning)"
  }
}

extension TheirTables.Route {
  fileprivate func line(default everything: String, whole length: Int) -> String {
    let destination =
      dst == "default" ? everything : dst.contains("/") ? dst : "\(dst)/\(length)"
    let hops = (nexthops ?? []).map {
      "[\($0.gateway ?? $0.via?.host ?? "-") \($0.dev) \($0.weight)]"
    }.joined()
    return [
      type, destination, "via \(gateway ?? via?.host ?? "-") dev \(dev ?? "-")", hops,
      "from \(prefsrc ?? "-") table \(tableNumber) metric \(metric ?? 0) \(scope) \(`protocol`)",
    ].joined(separator: " ")
  }

  private var tableNumber: String {
    switch table ?? "main" {
    case "main": "254"
    case "local": "255"
    case "default": "253"
    case let number: number
    }
  }
}
