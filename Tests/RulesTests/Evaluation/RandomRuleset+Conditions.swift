extension RandomRuleset {
  mutating func conditions(_ scope: inout RuleScope) -> String {
    var words: [String] = []
    for _ in 0..<Int.random(in: 0...3, using: &dice) { words.append(condition(&scope)) }
    return words.joined(separator: " ")
  }

  private mutating func condition(_ scope: inout RuleScope) -> String {
    switch Int.random(in: 0..<24, using: &dice) {
    case 0..<5: return addressCondition(&scope)
    case 5..<10: return portCondition(&scope)
    case 10..<12: return interfaceCondition(scope)
    case 12..<14: return markCondition()
    case 14..<16: return connectionCondition(&scope)
    case 16: return headerCondition(&scope)
    case 17: return flagCondition(&scope)
    case 18: return concatenation(&scope)
    case 19: return hashCondition(&scope)
    case 20: return icmpCondition(&scope)
    case 21: return pick(["meta length 40-60", "meta length < 70", "meta length { 40-50, 60-61 }"])
    case 22: return linkCondition(&scope)
    default: return routeCondition(&scope)
    }
  }

  /// `ip` or `ip6`, the same for a whole rule.
  private mutating func network(_ scope: inout RuleScope) -> String {
    let network = scope.network ?? pick(["ip", "ip", "ip6"])
    scope.network = network
    return network
  }

  /// `nil` where the rule has looked at another one.
  private mutating func transport(_ scope: inout RuleScope) -> String? {
    if scope.transport == nil { scope.transport = pick(["tcp", "udp"]) }
    return scope.transport.flatMap { ["tcp", "udp"].contains($0) ? $0 : nil }
  }

  mutating func address(_ network: String) -> String {
    let (place, host) = (
      Int.random(in: 1...3, using: &dice), Int.random(in: 1...9, using: &dice)
    )
    return network == "ip" ? "10.\(place).0.\(host)" : "fd00:\(place)::\(host)"
  }

  mutating func addresses(_ network: String) -> String {
    Set((0..<Int.random(in: 1...5, using: &dice)).map { _ in address(network) }).sorted()
      .joined(separator: ", ")
  }

  /// Ranges that do not overlap.
  mutating func networks(_ network: String) -> String {
    network == "ip"
      ? pick([
        "10.1.0.0/24, 10.2.0.2-10.2.0.5", "10.3.0.0/16", "10.1.0.3, 10.1.0.5-10.1.0.9, 10.2.0.0/29",
        "0.0.0.0-10.1.0.4, 10.3.0.4-255.255.255.255",
      ])
      : pick([
        "fd00:1::/64, fd00:2::2-fd00:2::5", "fd00:3::/32", "fd00:1::3, fd00:2::/125",
      ])
  }

  private mutating func addressCondition(_ scope: inout RuleScope) -> String {
    let network = network(&scope)
    let field = "\(network) \(pick(["saddr", "daddr"]))"
    let sign = pick(["", "", "!= "])
    switch Int.random(in: 0..<7, using: &dice) {
    case 0: return "\(field) \(sign)\(address(network))"
    case 1:
      let prefix = network == "ip" ? pick(["24", "16", "30", "29"]) : pick(["64", "125", "127"])
      return "\(field) \(sign)\(address(network))/\(prefix)"
    case 2: return "\(field) \(sign){ \(addresses(network)) }"
    case 3: return "\(field) \(sign){ \(networks(network)) }"
    case 4 where network == scope.address:
      return "\(field) \(sign)@\(pick(["hosts", "nets", "seen"]))"
    case 5 where network == "ip": return "\(field) \(sign)10.2.0.1-10.3.0.4"
    case 5: return "\(field) \(sign)fd00:1::2-fd00:2::4"
    default:
      return network == "ip"
        ? "\(field) & 0.0.0.7 \(pick(["== ", "!= "]))0.0.0.\(Int.random(in: 0...7, using: &dice))"
        : "\(field) & ::7 == ::\(Int.random(in: 0...7, using: &dice))"
    }
  }

  private mutating func portCondition(_ scope: inout RuleScope) -> String {
    if scope.transport == nil, chance(5) {
      scope.transport = "th"
      return "meta l4proto { tcp, udp } th dport \(pick(["53", "1-100", "{ 22, 80, 443 }"]))"
    }
    guard let transport = transport(&scope) else { return "counter" }
    let field = "\(transport) \(pick(["dport", "dport", "dport", "sport"]))"
    return field + " "
      + pick([
        "80", "443", "53", "!= 22", "< 100", ">= 8080", "30000-30001", "!= 50-500",
        "{ 22, 53, 80 }", "{ 1-79, 443, 30000-32767 }", "!= { 80, 443 }", "& 1 == 1",
      ])
  }

  private mutating func interfaceCondition(_ scope: RuleScope) -> String {
    let value = pick([
      "\"v0\"", "!= \"v0\"", "\"v*\"", "!= \"v*\"", "{ \"v0\", \"w0\" }", "\"nope\"",
    ])
    if scope.hasIn, !scope.hasOut || chance(2) {
      return pick([
        "iifname \(value)", "iifname \(value)", "iif \"v1\"",
        "iifgroup \(pick(["3", "4", "!= 5"]))",
        "meta iifkind \"veth\"",
      ])
    }
    guard scope.hasOut else { return "counter" }
    return pick(["oifname \(value)", "oifname \(value)", "oif \"v1\"", "oifgroup 3-4"])
  }

  private mutating func markCondition() -> String {
    pick([
      "meta mark 1", "meta mark != 0", "meta mark & 0x3 == 0x1", "meta mark { 1, 2, 5 }",
      "meta mark 1-6", "ct mark 1", "ct mark & 0x4 == 0x4", "meta mark > 3",
      "meta mark | 0x2 == 0x3",
    ])
  }

  private mutating func connectionCondition(_ scope: inout RuleScope) -> String {
    var choices = [
      "ct state new", "ct state established,related", "ct state invalid", "ct state != new",
      "ct state { new, untracked }", "ct state untracked", "ct direction original",
      "ct status dnat", "ct status snat", "ct mark 0", "ct state new ct direction original",

      "ct status & seen-reply == 0",
    ]
    if scope.transport == nil, chance(6) {
      scope.transport = "th"
      return "ct protocol tcp"
    }
    if let transport = scope.transport, ["tcp", "udp"].contains(transport) {
      choices += ["ct original proto-dst 80", "ct reply proto-src { 80, 8080, 53 }"]
    }
    if scope.network == "ip", scope.family == "ip" {
      choices += ["ct original ip daddr 10.2.0.0/24", "ct reply ip saddr 10.1.0.1-10.2.0.5"]
    }
    return pick(choices)
  }

  private mutating func headerCondition(_ scope: inout RuleScope) -> String {
    let isOld = network(&scope) == "ip"
    if scope.transport == nil, chance(3) {
      scope.transport = "th"
      return isOld
        ? pick(["ip protocol tcp", "ip protocol { udp, icmp }"])
        : pick(["ip6 nexthdr tcp", "ip6 nexthdr { udp, ipv6-icmp }"])
    }
    return isOld
      ? pick([
        "ip ttl < 77", "ip ttl 76", "ip dscp ef", "ip dscp != cs1", "ip length 40-60",
        "ip version 4", "ip hdrlength 5",
        "ip frag-off & 0x1fff == 0",
      ])
      : pick([
        "ip6 hoplimit > 76", "ip6 dscp ef",
        "ip6 length < 30", "ip6 version 6", "exthdr frag exists", "exthdr hbh missing",
      ])
  }

  private mutating func flagCondition(_ scope: inout RuleScope) -> String {
    guard scope.transport == nil || scope.transport == "tcp" else { return "counter" }
    scope.transport = "tcp"
    return pick([
      "tcp flags syn", "tcp flags & (syn | ack) == syn", "tcp flags & (fin | psh) != 0",
      "tcp flags { syn, ack }", "tcp flags ! ack",
    ])
  }

  private mutating func icmpCondition(_ scope: inout RuleScope) -> String {
    guard scope.transport == nil else { return "counter" }
    let isOld = network(&scope) == "ip"
    scope.transport = isOld ? "icmp" : "icmpv6"
    return isOld
      ? pick(["icmp type echo-request", "icmp type { echo-reply, 3 }", "icmp code 0"])
      : pick(["icmpv6 type echo-request", "icmpv6 type { 1, 2, 128 }", "icmpv6 code 0"])
  }

  private mutating func concatenation(_ scope: inout RuleScope) -> String {
    let network = network(&scope)
    guard let transport = transport(&scope) else { return "counter" }
    let elements =
      network == "ip"
      ? pick([
        "{ 10.2.0.2 . 80, 10.2.0.3 . 443, 10.1.0.1 . 22 }",
        "{ 10.2.0.0/24 . 1-443, 10.3.0.2-10.3.0.6 . 8080-30000 }",
      ])
      : pick([
        "{ fd00:2::2 . 80, fd00:3::3 . 53 }", "{ fd00:1::/64 . 0-100, fd00:2::2-fd00:2::6 . 443 }",
      ])
    return "\(network) daddr . \(transport) dport \(elements)"
  }

  private mutating func hashCondition(_ scope: inout RuleScope) -> String {
    let network = network(&scope)
    return pick([
      "jhash \(network) saddr mod 4 seed 0x1234 \(Int.random(in: 0...3, using: &dice))",
      "jhash \(network) saddr . \(network) daddr mod 3 seed 0xbeef { 0, 2 }",
      "jhash \(network) daddr mod 2 seed 0x1 offset 5 5",
    ])
  }

  private mutating func linkCondition(_ scope: inout RuleScope) -> String {
    if scope.transport == nil, chance(3) {
      scope.transport = "th"
      return pick(["meta l4proto != udp", "meta l4proto { tcp, icmp }", "meta l4proto tcp"])
    }
    if scope.family == "inet", scope.network == nil, chance(2) {
      scope.network = pick(["ip", "ip6"])
      return scope.network == "ip"
        ? pick(["meta protocol ip", "meta nfproto ipv4"])
        : pick(["meta protocol ip6", "meta nfproto ipv6"])
    }
    guard scope.hasIn, !scope.hasOut else { return "counter" }
    return pick([
      "ether saddr 02:00:00:00:00:99", "ether daddr 02:00:00:00:01:00", "meta pkttype host",
    ])
  }

  private mutating func routeCondition(_ scope: inout RuleScope) -> String {
    guard scope.hasIn, !scope.hasOut else { return "counter" }
    let network = network(&scope)
    let family = scope.family == "inet" ? "meta nfproto \(network == "ip" ? "ipv4" : "ipv6") " : ""
    return family
      + pick([
        "fib daddr type local", "fib daddr type unicast", "fib saddr type != local",
        "fib daddr type { local, broadcast }",
      ])
  }
}
