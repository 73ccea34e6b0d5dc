import Dice

/// Rules of nftables as nft reads them, drawn by lot: tables of all families, base chains at all hooks,
/// jumps, sets and maps, marks, connections and NAT.
struct RandomRuleset {
  var dice: Dice
  private(set) var text = ""

  init(seed: UInt64) {
    dice = Dice(seed: seed)
    text = Self.tracing
    for number in 0..<Int.random(in: 1...3, using: &dice) { addTable(number) }
  }

  /// Marks what is traced, and tells where it has passed all others.
  static let tracing = """
    table inet trace {
      chain first { type filter hook prerouting priority -500; ip ttl 77 meta nftrace set 1; ip6 hoplimit 77 meta nftrace set 1; }
      chain own { type filter hook output priority -500; ip ttl 77 meta nftrace set 1; ip6 hoplimit 77 meta nftrace set 1; }
      chain tracked { ct state new counter; }
      chain lastin { type filter hook input priority 2000; }
      chain lastout { type filter hook postrouting priority 2000; }
    }

    """

  private mutating func addTable(_ number: Int) {
    let family = pick(["ip", "ip6", "inet", "inet"])
    var scope = RuleScope(family: family)
    text += "table \(family) t\(number) {\n"
    addSets(&scope)
    for chain in 0..<Int.random(in: 0...3, using: &dice) {
      addChain("c\(chain)", &scope, hook: nil)
      scope.chains.append("c\(chain)")
    }
    for base in 0..<Int.random(in: 1...4, using: &dice) { addBase("b\(base)", &scope) }
    text += "}\n"
  }

  private mutating func addSets(_ scope: inout RuleScope) {
    let address = scope.family == "ip6" ? "ip6" : "ip"
    let type = address == "ip" ? "ipv4_addr" : "ipv6_addr"
    text += "  set hosts { type \(type); elements = { \(addresses(address)) }; }\n"
    text += "  set seen { type \(type); size 65535; flags dynamic; }\n"
    text += "  set nets { type \(type); flags interval; elements = { \(networks(address)) }; }\n"
    text += "  map marks { type inet_service : mark; elements = { 80 : 1, 53 : 2, 22 : 7 }; }\n"
    scope.address = address
  }

  private mutating func addBase(_ name: String, _ scope: inout RuleScope) {
    let hook = pick(["prerouting", "input", "forward", "output", "postrouting"])
    if hook != "forward", chance(3) {
      addNat(name, &scope, hook)
      return
    }
    let priority = pick(["-350", "-250", "-150", "-10", "0", "0", "5", "50", "150"])
    let type = hook == "output" && chance(3) ? "route" : "filter"
    let policy = chance(6) ? "drop" : "accept"
    addChain(
      name, &scope, hook: hook, "type \(type) hook \(hook) priority \(priority); policy \(policy);",
      isEarly: priority == "-350" || priority == "-250")
  }

  private mutating func addNat(_ name: String, _ scope: inout RuleScope, _ hook: String) {
    let priority = pick(["-110", "-100", "-90"])
    text += "  chain \(name) { type nat hook \(hook) priority \(priority);\n"
    for _ in 0..<Int.random(in: 0...4, using: &dice) {
      scope.begin(hook)
      let conditions = conditions(&scope)
      text += "    \(conditions) \(translation(scope, hook))\n"
    }
    text += "  }\n"
  }

  private mutating func addChain(
    _ name: String, _ scope: inout RuleScope, hook: String?, _ head: String = "",
    isEarly: Bool = false
  ) {
    text += "  chain \(name) { \(head)\n"
    for _ in 0..<Int.random(in: 0...6, using: &dice) {
      scope.begin(hook)
      let conditions = conditions(&scope)
      text += "    \(conditions) \(statement(scope, hook, isEarly: isEarly))\n"
    }
    text += "  }\n"
  }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &dice)]
  }

  /// One time out of so many.
  mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &dice) == 0 }
}

/// What a rule may say where it stands.
struct RuleScope {
  var family: String
  /// Of the table's sets: `ip` or `ip6`.
  var address = "ip"
  var chains: [String] = []
  var hasIn = true
  var hasOut = true
  /// What the rule has looked at so far.
  var network: String?
  var transport: String?

  init(family: String) {
    self.family = family
  }

  mutating func begin(_ hook: String?) {
    hasIn = hook == nil || hook == "prerouting" || hook == "input" || hook == "forward"
    hasOut = hook == "forward" || hook == "output" || hook == "postrouting"
    network = family == "inet" ? nil : family
    transport = nil
  }
}
