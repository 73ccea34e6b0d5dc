import Dice

/// Rules of iptables as iptables-restore reads them, drawn by lot, with the matches and targets that
/// rules usually have.
struct RandomLegacyRuleset {
  private var dice: Dice
  private let isIPv6: Bool
  private(set) var text = ""

  init(seed: UInt64, isIPv6: Bool) {
    dice = Dice(seed: seed)
    self.isIPv6 = isIPv6
    addTable(
      "raw", ["PREROUTING"], targets: ["-j ACCEPT", "-j CT --notrack", "-j MARK --set-mark 2"])
    addTable("mangle", ["PREROUTING", "FORWARD", "INPUT"], targets: Self.marks)
    addNat()
    addTable(
      "filter", ["INPUT", "FORWARD"],
      targets: ["-j ACCEPT", "-j ACCEPT", "-j DROP", "-j RETURN", "-j REJECT", ""])
  }

  private static let marks = [
    "-j MARK --set-mark 1", "-j MARK --set-xmark 0x4/0x4", "-j MARK --or-mark 2",
    "-j CONNMARK --set-mark 1", "-j CONNMARK --save-mark", "-j CONNMARK --restore-mark",
    "-j ACCEPT", "-j RETURN", "-j MARK --and-mark 0x5", "",
  ]

  private mutating func addTable(_ name: String, _ bases: [String], targets: [String]) {
    text += "*\(name)\n:one - [0:0]\n:two - [0:0]\n"
    for base in bases where chance(5) { text += ":\(base) DROP [0:0]\n" }
    for base in bases { addRules(base, targets + ["-j one", "-j two", "-g one"]) }
    addRules("one", targets + ["-j two"])
    addRules("two", targets)
    text += "COMMIT\n"
  }

  private mutating func addRules(_ chain: String, _ targets: [String]) {
    for _ in 0..<Int.random(in: 0...6, using: &dice) {
      text += "-A \(chain)\(conditions(chain)) \(pick(targets))\n"
    }
  }

  private mutating func addNat() {
    text += "*nat\n"
    for _ in 0..<Int.random(in: 0...4, using: &dice) {
      let host = address()
      let isPorted = chance(2)
      let transport = pick(["tcp", "udp"])
      let head =
        isPorted ? " -p \(transport) -m \(transport) --dport \(pick(["80", "443", "1:100"]))" : ""
      var targets = ["-j DNAT --to-destination \(host)", "-j ACCEPT", "-j RETURN"]
      if isPorted {
        targets += [
          "-j REDIRECT --to-ports 8080",
          "-j DNAT --to-destination \(isIPv6 ? "[\(host)]" : host):8080",
        ]
      }
      text += "-A PREROUTING\(head) -m mark ! --mark 9 \(pick(targets))\n"
    }
    for _ in 0..<Int.random(in: 0...4, using: &dice) {
      let targets = ["-j MASQUERADE", "-j SNAT --to-source \(address())", "-j ACCEPT"]
      text += "-A POSTROUTING\(conditions("POSTROUTING")) \(pick(targets))\n"
    }
    text += "COMMIT\n"
  }

  private mutating func conditions(_ chain: String) -> String {
    var words = ""
    if chance(4) { words += " \(not())-s \(address())\(pick(["", mask]))" }
    if chance(3) { words += " \(not())-d \(address())\(pick(["", mask]))" }
    if chain != "POSTROUTING", chain.uppercased() == chain, chance(4) {
      words += " \(not())-i \(pick(["v0", "v+", "w0"]))"
    }
    if chain == "FORWARD" || chain == "POSTROUTING", chance(4) {
      words += " \(not())-o \(pick(["v1", "v+"]))"
    }
    if chance(2) { words += transport() }
    for _ in 0..<Int.random(in: 0...1, using: &dice) { words += " " + match(chain) }
    return words
  }

  private mutating func transport() -> String {
    switch Int.random(in: 0..<4, using: &dice) {
    case 0:
      return " -p tcp -m tcp"
        + pick([
          "", " --dport 80", " ! --dport 22", " --dport 1:443", " --syn",
          " --tcp-flags SYN,ACK ACK", " --sport 1000:65535",
        ])
    case 1: return " -p udp -m udp" + pick(["", " --dport 53", " --sport 1024:", " ! --dport 53"])
    case 2:
      return isIPv6
        ? " -p ipv6-icmp -m icmp6 --icmpv6-type 128" : " -p icmp -m icmp --icmp-type 8"
    default:
      return
        " -p \(pick(["tcp", "udp"])) -m multiport \(pick(["--dports 22,80,443", "! --dports 53", "--ports 80,8000:9000"]))"
    }
  }

  private mutating func match(_ chain: String) -> String {
    var choices = [
      "-m conntrack --ctstate NEW", "-m conntrack --ctstate RELATED,ESTABLISHED",
      "-m conntrack ! --ctstate INVALID", "-m conntrack --ctstate DNAT",
      "-m conntrack --ctstate UNTRACKED,NEW", "-m state --state NEW", "-m mark --mark 1",
      "-m mark ! --mark 0x4/0x4", "-m connmark --mark 1", "-m comment --comment \"one two\"",
      "-m length --length 40:60", "-m dscp --dscp 0x2e", "-m pkttype --pkt-type unicast",
      "-m conntrack --ctdir ORIGINAL", "-m tos --tos 0x20",
    ]
    choices.append(isIPv6 ? "-m hl --hl-lt 77" : "-m ttl --ttl-lt 77")
    if !isIPv6 {
      choices += [
        "-m iprange --src-range 10.1.0.2-10.2.0.4", "-m iprange ! --dst-range 10.2.0.1-10.3.0.3",
        "-m addrtype --dst-type LOCAL", "-m addrtype ! --src-type LOCAL",
        "-m conntrack --ctorigdst 10.2.0.0/24",
      ]
    }
    if ["PREROUTING", "INPUT", "FORWARD"].contains(chain) {
      choices.append("-m mac --mac-source 02:00:00:00:00:99")
    }
    return pick(choices)
  }

  private var mask: String { isIPv6 ? "/64" : "/24" }
  private mutating func not() -> String { chance(3) ? "! " : "" }

  private mutating func address() -> String {
    let (place, host) = (
      Int.random(in: 1...3, using: &dice), Int.random(in: 1...9, using: &dice)
    )
    return isIPv6 ? "fd00:\(place)::\(host)" : "10.\(place).0.\(host)"
  }

  private mutating func pick(_ values: [String]) -> String {
    values[Int.random(in: 0..<values.count, using: &dice)]
  }

  private mutating func chance(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &dice) == 0
  }
}
