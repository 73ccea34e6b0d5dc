extension RandomRuleset {
  mutating func statement(_ scope: RuleScope, _ hook: String?, isEarly: Bool) -> String {
    switch Int.random(in: 0..<20, using: &dice) {
    case 0..<3: return "accept"
    case 3: return "drop"
    case 4: return "return"
    case 5: return "counter"
    case 6..<9:
      guard !scope.chains.isEmpty else { return "counter accept" }
      return "\(pick(["jump", "jump", "goto"])) \(pick(scope.chains))"
    case 9..<12: return markStatement(scope)
    case 12: return hook == "input" || hook == "forward" || hook == "output" ? "reject" : "continue"
    case 13, 14: return verdictMap(scope)
    case 15 where isEarly && hook != "forward": return "notrack"
    case 16: return headerStatement(scope)
    case 17: return setStatement(scope)
    case 15: return chance(4) ? chanceStatement(scope) : "counter"
    case 18: return "counter \(pick(["accept", "drop", "continue"]))"
    default: return "continue"
    }
  }

  private mutating func markStatement(_ scope: RuleScope) -> String {
    var choices = [
      "meta mark set 1", "meta mark set meta mark | 0x4", "meta mark set meta mark & 0xfffffffe",
      "meta mark set 5 accept", "ct mark set 1", "ct mark set meta mark", "meta mark set ct mark",
      "meta mark set meta mark ^ 0x3", "meta mark set 6 counter",
    ]
    if let transport = scope.transport, ["tcp", "udp"].contains(transport) {
      choices += [
        "meta mark set \(transport) dport map @marks",
        "meta mark set \(transport) dport map { 80 : 3, 443 : 4, 1-52 : 9 }",
      ]
    }
    return pick(choices)
  }

  private mutating func verdictMap(_ scope: RuleScope) -> String {
    let target = scope.chains.isEmpty ? "accept" : "jump \(pick(scope.chains))"
    if let transport = scope.transport, ["tcp", "udp"].contains(transport) {
      return "\(transport) dport vmap "
        + pick([
          "{ 22 : accept, 80 : \(target), 443 : drop }", "{ 0-99 : \(target), 8080 : return }",
          "{ 53 : continue, * : accept }",
        ])
    }
    if let network = scope.network {
      return "\(network) saddr vmap { \(address(network)) : accept, * : continue }"
    }
    return pick([
      "meta l4proto vmap { tcp : accept, udp : \(target) }",
      "ct state vmap { new : \(target), established : accept, invalid : drop }",
      "meta mark vmap { 1 : accept, 2-5 : \(target) }",
    ])
  }

  /// What is drawn by lot, or depends on the time.
  private mutating func chanceStatement(_ scope: RuleScope) -> String {
    let target = scope.chains.isEmpty ? "continue" : "jump \(pick(scope.chains))"
    return pick([
      "numgen random mod 2 vmap { 0 : accept, 1 : \(target) }", "numgen inc mod 3 1 accept",
      "limit rate 1/second accept", "limit rate over 1/second counter",
      "meta mark set numgen random mod 2 map { 0 : 1, 1 : 2 }", "quota over 100 bytes drop",
    ])
  }

  private mutating func headerStatement(_ scope: RuleScope) -> String {
    switch scope.network {
    case "ip": pick(["ip dscp set ef", "ip dscp set cs1 accept", "ip ttl set 60"])
    case "ip6": pick(["ip6 dscp set ef", "ip6 hoplimit set 60"])
    default: "counter"
    }
  }

  private mutating func setStatement(_ scope: RuleScope) -> String {
    guard let network = scope.network, network == scope.address else { return "counter" }
    return pick([
      "add @seen { \(network) saddr }", "update @seen { \(network) daddr } accept",
      "delete @seen { \(network) saddr }",
    ])
  }

  mutating func translation(_ scope: RuleScope, _ hook: String) -> String {
    if chance(6) { return pick(["accept", "return", "counter", "meta mark set 3"]) }
    let network = scope.network ?? ""
    guard !network.isEmpty else { return hook == "postrouting" ? "masquerade" : "counter" }
    let isPorted = scope.transport.map { ["tcp", "udp"].contains($0) } ?? false
    let host = address(network)
    let target = network == "ip" ? host : "[\(host)]"
    let ported = isPorted ? "\(target):\(pick(["80", "8080", "22"]))" : host
    switch hook {
    case "prerouting", "output":
      guard isPorted, let transport = scope.transport else { return "dnat \(network) to \(host)" }
      return pick([
        "dnat \(network) to \(host)", "dnat \(network) to \(ported)", "redirect to :8080",
        "redirect", "dnat \(network) to \(target):8000-8009", "redirect to :7000-7009",
        "dnat \(network) to \(transport) dport map { 80 : \(host), 443 : \(host) }",
      ])
    case "postrouting":
      var choices = ["masquerade", "snat \(network) to \(host)", "snat \(network) to \(host)"]
      if isPorted {
        choices += [
          "snat \(network) to \(target):2000-60000", "masquerade to :1024-65535",
          "masquerade random",
        ]
      }
      return pick(choices)
    default: return "snat \(network) to \(host)"
    }
  }
}
