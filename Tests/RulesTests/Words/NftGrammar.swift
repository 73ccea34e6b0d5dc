import Dice

/// Rules of nft's language, at random: for each table family those that its packets can have.
struct NftGrammar {
  private var dice: Dice
  private var family = "inet"

  init(seed: UInt64) {
    dice = Dice(seed: seed)
  }

  static let families = ["ip", "ip6", "inet", "bridge", "netdev", "arp"]

  /// A table for each family, with all that rules may name.
  static func tables(_ family: String) -> String {
    let hook =
      switch family {
      case "netdev": "type filter hook ingress device lo priority 0;"
      case "arp": "type filter hook input priority 0;"
      default: "type filter hook prerouting priority 0;"
      }
    return """
      table \(family) t {
        set four { type ipv4_addr; flags interval; elements = { 10.0.0.0/8 } }
        set six { type ipv6_addr; }
        set ports { type inet_service; flags interval; }
        set marks { typeof meta mark; }
        map targets { type inet_service : ipv4_addr; }
        map verdicts { type inet_service : verdict; }
        counter hits { }
        chain other { }
        chain c { \(hook) }
      }

      """
  }

  /// A rule that nft may still refuse, where its parts contradict each other.
  mutating func rule(_ family: String) -> String {
    self.family = family
    var parts: [String] = []
    for _ in 0...number(2) { parts.append(condition()) }
    if chance(3) { parts.append(statement()) }
    if chance(3) { parts.append(condition()) }
    if chance(2) { parts.append(verdict()) }
    if chance(8) { parts.append("comment \"c\(number(99))\"") }
    return parts.joined(separator: " ")
  }

  private mutating func verdict() -> String {
    one(["accept", "drop", "return", "continue", "jump other", "goto other"])
  }

  private mutating func condition() -> String {
    if chance(6), let pair = pair() { return pair }
    let field = field()
    return "\(field.words) \(comparison(field.values))"
  }

  /// Two fields in one set.
  private mutating func pair() -> String? {
    let (one, other) = (field(), field())
    guard one.words != other.words, one.values.isTyped, other.values.isTyped else { return nil }
    let items = (0...number(2)).map { _ in
      "\(value(one.values)) . \(value(other.values))"
    }
    return "\(one.words) . \(other.words) \(chance(4) ? "!= " : "")\(list(items))"
  }

  private mutating func comparison(_ values: NftValues) -> String {
    let not = chance(4) ? "!= " : ""
    switch number(8) {
    case 0, 1, 2: return not + value(values)
    case 3: return not + list((0...number(3)).map { _ in value(values) })
    case 4 where values.hasOrder: return one(["<", "<=", ">", ">="]) + " " + value(values)
    case 5 where values.hasOrder: return not + span(values)
    case 6 where values.hasOrder: return not + list([span(values), value(values)])
    case 7 where values.isPlain:
      return "vmap " + list((0...number(2)).map { _ in "\(value(values)) : \(verdict())" })
    case 8: return not + (masked(values) ?? value(values))
    default: return not + value(values)
    }
  }

  private mutating func span(_ values: NftValues) -> String {
    switch values {
    case .number(let most), .integer(let most):
      let low = number(most - 1)
      return "\(low)-\(low + 1 + number(most - low - 1))"
    case .address:
      let start = number(200)
      return chance(2) ? "10.\(start).0.0/16" : "10.0.0.\(start)-10.0.1.\(start + 7)"
    case .address6:
      return chance(2) ? "fd00:\(number(9))::/32" : "fd00::\(number(9))-fd00::1:\(number(9))"
    case .words, .untyped, .flags, .ether, .name: return value(values)
    }
  }

  /// What stands for a mask.
  private mutating func masked(_ values: NftValues) -> String? {
    switch values {
    case .address: "172.\(number(31)).0.0/\(9 + number(20))"
    case .address6: "2001:db8:\(number(99))::/\(33 + number(60))"
    case .name: "\"veth\(number(9))*\""
    case .flags(let names) where names.count > 2:
      "\(names[number(1)]),\(names[2])"
    case .number, .integer, .flags, .words, .untyped, .ether: nil
    }
  }

  private mutating func value(_ values: NftValues) -> String {
    switch values {
    case .number(let most), .integer(let most): "\(number(most))"
    case .address: "192.168.\(number(255)).\(number(255))"
    case .address6: "fd00:\(number(9))::\(number(99))"
    case .ether: "02:00:00:00:00:\(10 + number(89))"
    case .name: "\"\(one(["lo", "eth0", "cni0", "veth1234"]))\""
    case .words(let words), .untyped(let words), .flags(let words): one(words)
    }
  }

  private func list(_ items: [String]) -> String { "{ \(items.joined(separator: ", ")) }" }

  private mutating func field() -> NftField {
    one(NftField.all.filter { $0.families.contains(family) })
  }

  private mutating func statement() -> String {
    one(NftField.statements.filter { $0.families.contains(family) }).words
  }

  private mutating func one<Element>(_ list: [Element]) -> Element { list[number(list.count - 1)] }
  private mutating func chance(_ count: Int) -> Bool { number(count - 1) == 0 }

  /// From 0 through `most`.
  private mutating func number(_ most: Int) -> Int {
    Int.random(in: 0...max(0, most), using: &dice)
  }
}
